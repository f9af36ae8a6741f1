-- Every report as it came. tenant_id and message_id are known once it is matched.
CREATE TABLE reports_report (
    account_id          BINARY(16)                                            NOT NULL,
    id                  BINARY(16)                                            NOT NULL,
    received_at         DATETIME(6)                                           NOT NULL,
    provider_message_id VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    msisdn              VARCHAR(40)                                           NOT NULL,
    source              VARCHAR(40)                                           NOT NULL,
    response            VARCHAR(40)                                           NOT NULL,
    sent_date           VARCHAR(60)                                           NOT NULL,
    sent_at             DATETIME(6)                                           NOT NULL,
    raw                 TEXT                                                  NOT NULL,
    tenant_id           BINARY(16)                                            NULL,
    message_id          BINARY(16)                                            NULL,
    outcome             VARCHAR(14)                                           NOT NULL,
    PRIMARY KEY (account_id, id),
    KEY reports_report_message (tenant_id, message_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Reports still to be matched; rows leave when it is done.
CREATE TABLE reports_pending (
    account_id BINARY(16)  NOT NULL,
    report_id  BINARY(16)  NOT NULL,
    due_at     DATETIME(6) NOT NULL,
    tries      INT         NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, report_id),
    KEY reports_pending_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
