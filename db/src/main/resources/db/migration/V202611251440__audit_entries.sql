-- What people did, for good: nothing changes or deletes a row. A database user of the portal needs no UPDATE and DELETE here.
CREATE TABLE audit_entry (
    id              BINARY(16)   NOT NULL PRIMARY KEY,
    tenant_id       BINARY(16)   NOT NULL,
    act             VARCHAR(40)  NOT NULL,
    actor_id        BINARY(16)   NULL,
    actor_tenant_id BINARY(16)   NULL,
    actor_name      VARCHAR(254) NOT NULL,
    behind_id       BINARY(16)   NULL,
    behind_tenant_id BINARY(16)  NULL,
    behind_name     VARCHAR(254) NULL,
    address         VARCHAR(45)  NOT NULL,
    subject_id      BINARY(16)   NULL,
    subject         VARCHAR(254) NOT NULL,
    detail          VARCHAR(254) NOT NULL,
    at              DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who may read an entry: the tenant that it concerns, and each above it. One index range is one page of the log.
CREATE TABLE audit_reader (
    reader_id BINARY(16)  NOT NULL,
    entry_id  BINARY(16)  NOT NULL,
    act       VARCHAR(40) NOT NULL,
    PRIMARY KEY (reader_id, entry_id),
    KEY audit_reader_act (reader_id, act, entry_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
