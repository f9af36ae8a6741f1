-- A file that somebody uploaded, in pieces that fit a packet of any database, until it is said what is made of it.
CREATE TABLE sheets_upload (
    tenant_id  BINARY(16)   NOT NULL,
    id         BINARY(16)   NOT NULL,
    name       VARCHAR(120) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY sheets_upload_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE sheets_piece (
    tenant_id BINARY(16) NOT NULL,
    upload_id BINARY(16) NOT NULL,
    piece     INT        NOT NULL,
    content   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, upload_id, piece)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
