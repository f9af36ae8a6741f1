-- One accepted request.
CREATE TABLE messages_submission (
    tenant_id       BINARY(16)                                             NOT NULL,
    id              BINARY(16)                                             NOT NULL,
    channel         VARCHAR(12)                                            NOT NULL,
    credential_id   BINARY(16)                                             NULL,
    user_id         BINARY(16)                                             NULL,
    idempotency_key VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    request_hash    BINARY(32)                                             NOT NULL,
    sender          VARCHAR(20)                                            NOT NULL,
    body            TEXT                                                   NOT NULL,
    messages        INT                                                    NOT NULL,
    segments        INT                                                    NOT NULL,
    price           BIGINT                                                 NOT NULL,
    accepted_at     DATETIME(6)                                            NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY messages_submission_idempotency (tenant_id, idempotency_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One recipient of a submission. Price, segments and chain are written once. version grows with every change of state.
CREATE TABLE messages_message (
    tenant_id           BINARY(16)                                            NOT NULL,
    id                  BINARY(16)                                            NOT NULL,
    submission_id       BINARY(16)                                            NOT NULL,
    channel             VARCHAR(12)                                           NOT NULL,
    msisdn              VARCHAR(18)                                           NOT NULL,
    destination         VARCHAR(4)                                            NOT NULL,
    sender              VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    body                TEXT                                                  NOT NULL,
    encoding            VARCHAR(4)                                            NOT NULL,
    segments            TINYINT                                               NOT NULL,
    price               BIGINT                                                NOT NULL,
    refunded            BIGINT                                                NOT NULL DEFAULT 0,
    chain_id            BINARY(16)                                            NOT NULL,
    refund_undelivered  BOOLEAN                                               NOT NULL,
    state               VARCHAR(12)                                           NOT NULL,
    state_at            DATETIME(6)                                           NOT NULL,
    version             INT                                                   NOT NULL DEFAULT 0,
    reason              VARCHAR(40)                                           NULL,
    account_id          BINARY(16)                                            NOT NULL,
    provider_message_id VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    tries               INT                                                   NOT NULL DEFAULT 0,
    accepted_at         DATETIME(6)                                           NOT NULL,
    submitted_at        DATETIME(6)                                           NULL,
    PRIMARY KEY (tenant_id, id),
    KEY messages_message_submission (tenant_id, submission_id, id),
    KEY messages_message_msisdn (tenant_id, msisdn, id),
    KEY messages_message_state (tenant_id, state, id),
    KEY messages_message_uncertain (account_id, state, msisdn)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What happened to a message beside its states: tries that failed, pauses, refunds, decisions of people.
CREATE TABLE messages_step (
    tenant_id  BINARY(16)   NOT NULL,
    message_id BINARY(16)   NOT NULL,
    id         BINARY(16)   NOT NULL,
    kind       VARCHAR(24)  NOT NULL,
    detail     VARCHAR(500) NULL,
    credits    BIGINT       NULL,
    actor_id   BINARY(16)   NULL,
    at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, message_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Which message a report is about: the provider's id and the number, as the provider will name them.
CREATE TABLE messages_correlation (
    account_id          BINARY(16)                                            NOT NULL,
    provider_message_id VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    msisdn              VARCHAR(18)                                           NOT NULL,
    tenant_id           BINARY(16)                                            NOT NULL,
    message_id          BINARY(16)                                            NOT NULL,
    created_at          DATETIME(6)                                           NOT NULL,
    PRIMARY KEY (account_id, provider_message_id, msisdn)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
