CREATE TABLE purchases_merchant (
    tenant_id         BINARY(16)  NOT NULL PRIMARY KEY,
    stripe_account_id VARCHAR(64) NULL,
    connected_at      DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What a seller offers. price_minor is in the currency's minor unit (cents).
CREATE TABLE purchases_package (
    tenant_id   BINARY(16)  NOT NULL,
    id          BINARY(16)  NOT NULL,
    name        VARCHAR(60) NOT NULL,
    credits     BIGINT      NOT NULL,
    price_minor BIGINT      NOT NULL,
    currency    CHAR(3)     NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    retired_at  DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT purchases_package_positive CHECK (credits > 0 AND price_minor > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One checkout of one package, with the package's terms as they were. tenant_id is the buyer.
CREATE TABLE purchases_purchase (
    tenant_id         BINARY(16)                                             NOT NULL,
    id                BINARY(16)                                             NOT NULL,
    seller_id         BINARY(16)                                             NOT NULL,
    package_name      VARCHAR(60)                                            NOT NULL,
    credits           BIGINT                                                 NOT NULL,
    price_minor       BIGINT                                                 NOT NULL,
    currency          CHAR(3)                                                NOT NULL,
    state             VARCHAR(12)                                            NOT NULL,
    stripe_account_id VARCHAR(64)                                            NULL,
    stripe_session_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    stripe_payment_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    reversed_credits  BIGINT                                                 NOT NULL DEFAULT 0,
    owed_credits      BIGINT                                                 NOT NULL DEFAULT 0,
    created_by        BINARY(16)                                             NULL,
    created_at        DATETIME(6)                                            NOT NULL,
    state_at          DATETIME(6)                                            NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY purchases_purchase_session (stripe_session_id),
    KEY purchases_purchase_payment (stripe_payment_id),
    KEY purchases_purchase_state (state, state_at),
    KEY purchases_purchase_seller (seller_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Events from Stripe, kept as they came before anything is done with them.
CREATE TABLE purchases_stripe_event (
    id          VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    type        VARCHAR(80)                                            NOT NULL,
    payload     MEDIUMTEXT                                             NOT NULL,
    received_at DATETIME(6)                                            NOT NULL,
    handled_at  DATETIME(6)                                            NULL,
    KEY purchases_stripe_event_open (handled_at, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
