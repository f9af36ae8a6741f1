-- Numbers that are looked up together. What is counted here is kept with every change of its lookups.
CREATE TABLE lookups_job (
    tenant_id       BINARY(16)   NOT NULL,
    id              BINARY(16)   NOT NULL,
    account_id      BINARY(16)   NULL,
    name            VARCHAR(120) NOT NULL,
    channel         VARCHAR(12)  NOT NULL,
    listed          BOOLEAN      NOT NULL,
    credential_id   BINARY(16)   NULL,
    user_id         BINARY(16)   NULL,
    idempotency_key VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    request_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(12)  NOT NULL,
    unsettled       BOOLEAN      NOT NULL,
    reuse_seconds   INT          NOT NULL,
    waiting         INT          NOT NULL,
    asking          INT          NOT NULL,
    active          INT          NOT NULL,
    switched_off    INT          NOT NULL,
    no_messages     INT          NOT NULL,
    not_in_use      INT          NOT NULL,
    unclear         INT          NOT NULL,
    reused          INT          NOT NULL,
    failed          INT          NOT NULL,
    cancelled       INT          NOT NULL,
    price           BIGINT       NOT NULL,
    refunded        BIGINT       NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    started_at      DATETIME(6)  NULL,
    expires_at      DATETIME(6)  NULL,
    finished_at     DATETIME(6)  NULL,
    version         INT          NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY lookups_job_key (tenant_id, idempotency_key),
    KEY lookups_job_listed (tenant_id, listed, id),
    KEY lookups_job_unsettled (account_id, unsettled, state),
    KEY lookups_job_drafts (state, created_at),
    CONSTRAINT lookups_job_refunded CHECK (refunded <= price),
    CONSTRAINT lookups_job_waiting CHECK (waiting >= 0 AND asking >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The lookup of one number, with its answer. due_at is when it may be asked next; under a lease, when the lease ends.
CREATE TABLE lookups_lookup (
    tenant_id       BINARY(16)   NOT NULL,
    job_id          BINARY(16)   NOT NULL,
    position        INT          NOT NULL,
    msisdn          VARCHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    destination     VARCHAR(4)   NOT NULL,
    chain_id        BINARY(16)   NULL,
    price           BIGINT       NOT NULL,
    refunded        BIGINT       NOT NULL DEFAULT 0,
    refund_id       BINARY(16)   NULL,
    state           VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    reused          BOOLEAN      NOT NULL,
    alone           BOOLEAN      NOT NULL DEFAULT FALSE,
    tries           INT          NOT NULL DEFAULT 0,
    due_at          DATETIME(6)  NOT NULL,
    lease           BINARY(16)   NULL,
    reason          VARCHAR(200) NULL,
    country         VARCHAR(80)  NULL,
    operator_name   VARCHAR(120) NULL,
    line_type       VARCHAR(40)  NULL,
    mccmnc          VARCHAR(12)  NULL,
    ported          BOOLEAN      NULL,
    roaming         BOOLEAN      NULL,
    error_code      VARCHAR(20)  NULL,
    error_text      VARCHAR(80)  NULL,
    provider_status VARCHAR(40)  NULL,
    answered_at     DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, job_id, position),
    KEY lookups_lookup_state (tenant_id, job_id, state, status, position),
    CONSTRAINT lookups_lookup_refunded CHECK (refunded = 0 OR refunded = price)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The newest clear answer that a tenant has for a number.
CREATE TABLE lookups_answer (
    tenant_id   BINARY(16)  NOT NULL,
    msisdn      VARCHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    job_id      BINARY(16)  NOT NULL,
    position    INT         NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, msisdn)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- How old an answer may be that a tenant takes again.
CREATE TABLE lookups_setting (
    tenant_id     BINARY(16) NOT NULL PRIMARY KEY,
    reuse_seconds INT        NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The lookups of a provider account: how many numbers a request takes, and how it is doing.
CREATE TABLE lookups_account (
    account_id          BINARY(16)   NOT NULL PRIMARY KEY,
    numbers_per_request INT          NOT NULL,
    next_slot_at        DATETIME(6)  NULL,
    paused_until        DATETIME(6)  NULL,
    pause_reason        VARCHAR(200) NULL,
    strikes             INT          NOT NULL DEFAULT 0
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Tenants whose lookups are held because they, or a tenant above them, are suspended.
CREATE TABLE lookups_hold (
    tenant_id BINARY(16)  NOT NULL PRIMARY KEY,
    held_at   DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What no number could be made of when a job was drafted, by its row in what the person gave.
CREATE TABLE lookups_left_out (
    tenant_id  BINARY(16)  NOT NULL,
    job_id     BINARY(16)  NOT NULL,
    place      INT         NOT NULL,
    typed      VARCHAR(80) NOT NULL,
    reason     VARCHAR(40) NOT NULL,
    PRIMARY KEY (tenant_id, job_id, place, typed)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
