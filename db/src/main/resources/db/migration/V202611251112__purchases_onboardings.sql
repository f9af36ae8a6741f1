-- Accounts at Stripe that were opened through us for resellers, whether or not they may take payments yet: one each.
CREATE TABLE purchases_onboarding (
    tenant_id         BINARY(16)                                            NOT NULL PRIMARY KEY,
    stripe_account_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    begun_at          DATETIME(6)                                           NOT NULL,
    UNIQUE KEY purchases_onboarding_account (stripe_account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
