-- Credits are counted in ten-thousandths, always.
CREATE TABLE ledger_wallet (
    tenant_id    BINARY(16)  NOT NULL PRIMARY KEY,
    seller_id    BINARY(16)  NULL,
    balance      BIGINT      NOT NULL DEFAULT 0,
    credit_limit BIGINT      NOT NULL DEFAULT 0,
    opened_at    DATETIME(6) NOT NULL,
    KEY ledger_wallet_seller (seller_id, tenant_id),
    CONSTRAINT ledger_wallet_limit CHECK (credit_limit >= 0 AND balance >= -credit_limit)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Append-only. tenant_id is the tenant whose business the transfer is; transfer_key makes a replay a no-op. This is the
-- busiest table of all: no index on the accounts, as statements find what they need by ledger_wallet_day and
-- ledger_wallet_line.
CREATE TABLE ledger_transfer (
    tenant_id      BINARY(16)                                              NOT NULL,
    id             BINARY(16)                                              NOT NULL,
    transfer_key   VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin  NOT NULL,
    kind           VARCHAR(24)                                             NOT NULL,
    amount         BIGINT                                                  NOT NULL,
    from_kind      VARCHAR(12)                                             NOT NULL,
    from_tenant_id BINARY(16)                                              NOT NULL,
    to_kind        VARCHAR(12)                                             NOT NULL,
    to_tenant_id   BINARY(16)                                              NOT NULL,
    reference_id   BINARY(16)                                              NULL,
    note           VARCHAR(200)                                            NULL,
    actor_id       BINARY(16)                                              NULL,
    created_at     DATETIME(6)                                             NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY ledger_transfer_key (tenant_id, transfer_key),
    KEY ledger_transfer_reference (tenant_id, reference_id),
    CONSTRAINT ledger_transfer_amount CHECK (amount > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What went in and out of a wallet, by UTC day and kind: written with the transfers themselves.
CREATE TABLE ledger_wallet_day (
    tenant_id   BINARY(16)  NOT NULL,
    day         DATE        NOT NULL,
    kind        VARCHAR(24) NOT NULL,
    credits_in  BIGINT      NOT NULL DEFAULT 0,
    credits_out BIGINT      NOT NULL DEFAULT 0,
    transfers   BIGINT      NOT NULL DEFAULT 0,
    last_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, day, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The transfers that a wallet's statement shows one by one, which is all but charges, refunds and margin sweeps. One line
-- for each wallet that a transfer touches; owner_id and id name the transfer.
CREATE TABLE ledger_wallet_line (
    tenant_id BINARY(16) NOT NULL,
    day       DATE       NOT NULL,
    id        BINARY(16) NOT NULL,
    owner_id  BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id, day, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Margin earned and not yet swept into the reseller's wallet; rows leave with the sweep.
CREATE TABLE ledger_margin_due (
    tenant_id BINARY(16) NOT NULL,
    id        BINARY(16) NOT NULL,
    amount    BIGINT     NOT NULL,
    PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE ledger_proof (
    id          BINARY(16)  NOT NULL PRIMARY KEY,
    started_at  DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NOT NULL,
    transfers   BIGINT      NOT NULL,
    differences INT         NOT NULL,
    report      MEDIUMTEXT  NOT NULL,
    KEY ledger_proof_latest (finished_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
