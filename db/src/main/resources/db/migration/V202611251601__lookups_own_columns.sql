-- The columns of the file from which a job's numbers came: a JSON list of texts.
CREATE TABLE lookups_heading (
    tenant_id BINARY(16) NOT NULL,
    job_id    BINARY(16) NOT NULL,
    cells     MEDIUMTEXT NOT NULL,
    PRIMARY KEY (tenant_id, job_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The rows of that file, each at the lookup of its number; a number that is repeated has several.
CREATE TABLE lookups_row (
    tenant_id BINARY(16) NOT NULL,
    job_id    BINARY(16) NOT NULL,
    position  INT        NOT NULL,
    place     INT        NOT NULL,
    cells     MEDIUMTEXT NOT NULL,
    PRIMARY KEY (tenant_id, job_id, position, place)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
