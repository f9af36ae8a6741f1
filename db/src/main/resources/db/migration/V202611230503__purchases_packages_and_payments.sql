-- The connected account on which a reseller is paid by its customers.
CREATE TABLE purchases_merchant (
    tenant_id         BINARY(16)                                            NOT NULL PRIMARY KEY,
    stripe_account_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    connected_at      DATETIME(6)                                           NOT NULL,
    UNIQUE KEY purchases_merchant_account (stripe_account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What a seller offers; tenant_id is the seller. price_minor is in the currency's minor unit (cents).
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

-- One checkout of one package, with the package's terms as they were. tenant_id is the buyer. reversed_credits went
-- back to the seller, owed_credits are still to. due_at is when background work looks at it next; null when none is left.
CREATE TABLE purchases_purchase (
    tenant_id         BINARY(16)                                             NOT NULL,
    id                BINARY(16)                                             NOT NULL,
    seller_id         BINARY(16)                                             NOT NULL,
    package_name      VARCHAR(60)                                            NOT NULL,
    credits           BIGINT                                                 NOT NULL,
    price_minor       BIGINT                                                 NOT NULL,
    currency          CHAR(3)                                                NOT NULL,
    state             VARCHAR(12)                                            NOT NULL,
    stripe_account_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin  NULL,
    stripe_session_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    stripe_payment_id VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    reversed_credits  BIGINT                                                 NOT NULL DEFAULT 0,
    owed_credits      BIGINT                                                 NOT NULL DEFAULT 0,
    created_by        BINARY(16)                                             NULL,
    created_at        DATETIME(6)                                            NOT NULL,
    state_at          DATETIME(6)                                            NOT NULL,
    due_at            DATETIME(6)                                            NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY purchases_purchase_id (id),
    UNIQUE KEY purchases_purchase_session (stripe_session_id),
    KEY purchases_purchase_payment (stripe_payment_id),
    KEY purchases_purchase_due (due_at),
    KEY purchases_purchase_seller (seller_id, id),
    KEY purchases_purchase_seller_state (seller_id, state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A refund or a dispute of a purchase: the credits that it takes back, how many of them were had, in how many transfers.
CREATE TABLE purchases_reversal (
    tenant_id   BINARY(16)                                             NOT NULL,
    purchase_id BINARY(16)                                             NOT NULL,
    stripe_id   VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind        VARCHAR(8)                                             NOT NULL,
    amount      BIGINT                                                 NOT NULL,
    credits     BIGINT                                                 NOT NULL,
    collected   BIGINT                                                 NOT NULL DEFAULT 0,
    collections INT                                                    NOT NULL DEFAULT 0,
    state       VARCHAR(10)                                            NOT NULL,
    created_at  DATETIME(6)                                            NOT NULL,
    state_at    DATETIME(6)                                            NOT NULL,
    PRIMARY KEY (tenant_id, purchase_id, stripe_id),
    CONSTRAINT purchases_reversal_collected CHECK (collected >= 0 AND collected <= credits)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Events from Stripe, kept as they came before anything is done with them. due_at is when an event that is not yet
-- handled is tried next.
CREATE TABLE purchases_stripe_event (
    id          VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    type        VARCHAR(80)                                            NOT NULL,
    payload     MEDIUMTEXT                                             NOT NULL,
    received_at DATETIME(6)                                            NOT NULL,
    handled_at  DATETIME(6)                                            NULL,
    due_at      DATETIME(6)                                            NULL,
    tries       INT                                                    NOT NULL DEFAULT 0,
    last_error  VARCHAR(200)                                           NULL,
    KEY purchases_stripe_event_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
