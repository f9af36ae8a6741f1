-- A username at 1s2u, its limits, and how it is doing.
CREATE TABLE dispatch_account (
    id                  BINARY(16)     NOT NULL PRIMARY KEY,
    name                VARCHAR(60)    NOT NULL,
    base_url            VARCHAR(200)   NOT NULL,
    username            VARCHAR(60)    NOT NULL,
    password_encrypted  VARBINARY(400) NOT NULL,
    dlr_token           VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    dlr_sources         VARCHAR(400)   NOT NULL,
    requests_per_second INT            NOT NULL,
    requests_in_flight  INT            NOT NULL,
    numbers_per_request INT            NOT NULL,
    unicode_form        VARCHAR(16)    NOT NULL,
    timeout_seconds     INT            NOT NULL,
    uncertainty_hours   INT            NOT NULL,
    low_balance         DECIMAL(20, 4) NULL,
    stopped_at          DATETIME(6)    NULL,
    paused_until        DATETIME(6)    NULL,
    pause_reason        VARCHAR(200)   NULL,
    strikes             INT            NOT NULL DEFAULT 0,
    balance             DECIMAL(20, 4) NULL,
    balance_at          DATETIME(6)    NULL,
    balance_error       VARCHAR(200)   NULL,
    balance_due_at      DATETIME(6)    NULL,
    next_slot_at        DATETIME(6)    NULL,
    created_at          DATETIME(6)    NOT NULL,
    UNIQUE KEY dispatch_account_dlr_token (dlr_token)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The queue: a row for each message that is not yet with the network. due_at is when it may be claimed next;
-- under a lease, when the lease ends.
CREATE TABLE dispatch_entry (
    tenant_id  BINARY(16)  NOT NULL,
    message_id BINARY(16)  NOT NULL,
    account_id BINARY(16)  NOT NULL,
    group_key  BINARY(16)  NOT NULL,
    msisdn     VARCHAR(18) NOT NULL,
    phase      VARCHAR(10) NOT NULL,
    due_at     DATETIME(6) NOT NULL,
    lease      BINARY(16)  NULL,
    tries      INT         NOT NULL DEFAULT 0,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, message_id),
    KEY dispatch_entry_due (account_id, phase, tenant_id, due_at, message_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Tenants whose queue is held because they, or a tenant above them, are suspended.
CREATE TABLE dispatch_hold (
    tenant_id BINARY(16)  NOT NULL PRIMARY KEY,
    held_at   DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
