-- How a customer's mails become messages.
CREATE TABLE email_settings (
    tenant_id           BINARY(16)  NOT NULL,
    sender              VARCHAR(19) NULL,
    subject_in_front    BOOLEAN     NOT NULL,
    most_parts          SMALLINT    NOT NULL,
    most_messages_a_day INT         NULL,
    report_by_mail      BOOLEAN     NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Senders by who writes: an address, a domain after an @, or the username of a login.
CREATE TABLE email_sender (
    tenant_id BINARY(16)                                             NOT NULL,
    place     SMALLINT                                               NOT NULL,
    who       VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sender    VARCHAR(19)                                            NOT NULL,
    PRIMARY KEY (tenant_id, place)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who may write: addresses, and domains after an @. None of a tenant: everybody with its login or secret address.
CREATE TABLE email_writer (
    tenant_id BINARY(16)                                             NOT NULL,
    place     SMALLINT                                               NOT NULL,
    who       VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (tenant_id, place)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Secrets in addresses that ordinary mail servers send to. ends_at: replaced by a newer one.
CREATE TABLE email_secret (
    tenant_id   BINARY(16)  NOT NULL,
    secret_hash BINARY(32)  NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    ends_at     DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, secret_hash),
    UNIQUE KEY email_secret_hash (secret_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Messages a day of the tenants that have a limit.
CREATE TABLE email_day (
    tenant_id BINARY(16) NOT NULL,
    day       DATE       NOT NULL,
    messages  INT        NOT NULL,
    PRIMARY KEY (tenant_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Mails that came, refused ones too, so that a customer sees why.
CREATE TABLE email_mail (
    tenant_id     BINARY(16)   NOT NULL,
    id            BINARY(16)   NOT NULL,
    at            DATETIME(6)  NOT NULL,
    source        VARCHAR(45)  NOT NULL,
    writer        VARCHAR(254) NOT NULL,
    status        SMALLINT     NOT NULL,
    said          VARCHAR(300) NOT NULL,
    submission_id BINARY(16)   NULL,
    PRIMARY KEY (tenant_id, id),
    KEY email_mail_age (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Delivery reports that will go back by mail. due_at: when to look next.
CREATE TABLE email_report (
    tenant_id     BINARY(16)   NOT NULL,
    submission_id BINARY(16)   NOT NULL,
    recipient     VARCHAR(254) NOT NULL,
    asked_at      DATETIME(6)  NOT NULL,
    due_at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, submission_id),
    KEY email_report_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
