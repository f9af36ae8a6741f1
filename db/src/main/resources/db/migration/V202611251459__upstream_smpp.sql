-- Accounts that use SMPP, alone or beside HTTP. One without a row uses HTTP.
CREATE TABLE upstream_account (
    account_id          BINARY(16)   NOT NULL PRIMARY KEY,
    transport           VARCHAR(16)  NOT NULL,
    host                VARCHAR(200) NOT NULL,
    port                INT          NOT NULL,
    tls                 BOOLEAN      NOT NULL,
    sessions            INT          NOT NULL,
    window_size         INT          NOT NULL,
    segments_per_second INT          NOT NULL,
    id_form             VARCHAR(16)  NOT NULL,
    http_away_until     DATETIME(6)  NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The sessions that an account may have: each is held by one node at a time, which says so every few seconds.
CREATE TABLE upstream_session (
    account_id    BINARY(16)    NOT NULL,
    slot          INT           NOT NULL,
    node          BINARY(16)    NOT NULL,
    seen_at       DATETIME(6)   NOT NULL,
    bound_at      DATETIME(6)   NULL,
    in_window     INT           NOT NULL DEFAULT 0,
    segments      BIGINT        NOT NULL DEFAULT 0,
    per_second    DECIMAL(8, 1) NOT NULL DEFAULT 0,
    receipts      BIGINT        NOT NULL DEFAULT 0,
    last_error    VARCHAR(200)  NULL,
    last_error_at DATETIME(6)   NULL,
    PRIMARY KEY (account_id, slot)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The nodes that could hold some of them, so that each takes its share.
CREATE TABLE upstream_node (
    node    BINARY(16)  NOT NULL PRIMARY KEY,
    seen_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Messages that left in several parts with an id each: what was reported of each part, until it says something of the
-- whole. Written before the answer to the message is.
CREATE TABLE reports_part (
    account_id          BINARY(16)                                            NOT NULL,
    provider_message_id VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    msisdn              VARCHAR(40)                                           NOT NULL,
    first_id            VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    parts               INT                                                   NOT NULL,
    response            VARCHAR(8)                                            NULL,
    created_at          DATETIME(6)                                           NOT NULL,
    PRIMARY KEY (account_id, provider_message_id, msisdn),
    KEY reports_part_first (account_id, first_id, msisdn),
    KEY reports_part_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
