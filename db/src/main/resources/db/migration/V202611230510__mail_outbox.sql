CREATE TABLE mail_outbox (
    id         BINARY(16)   NOT NULL PRIMARY KEY,
    tenant_id  BINARY(16)   NOT NULL,
    sender     VARCHAR(254) NULL,
    recipient  VARCHAR(254) NOT NULL,
    subject    VARCHAR(200) NOT NULL,
    body       TEXT         NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    due_at     DATETIME(6)  NULL,
    lease      BINARY(16)   NULL,
    tries      INT          NOT NULL DEFAULT 0,
    sent_at    DATETIME(6)  NULL,
    last_error VARCHAR(200) NULL,
    KEY mail_outbox_due (due_at),
    KEY mail_outbox_recipient (recipient, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
