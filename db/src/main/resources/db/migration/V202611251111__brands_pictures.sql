-- A seller's logo and icon, checked before they were kept. file_name has a hash of the content, so it changes with it.
CREATE TABLE brands_picture (
    tenant_id  BINARY(16)  NOT NULL,
    kind       VARCHAR(8)  NOT NULL,
    file_name  VARCHAR(40) NOT NULL,
    media_type VARCHAR(20) NOT NULL,
    content    MEDIUMBLOB  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
