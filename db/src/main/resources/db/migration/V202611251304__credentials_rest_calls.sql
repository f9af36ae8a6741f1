-- Calls of the REST API that were answered as asked: the last of each tenant. Its refused ones are refusals like others,
-- whose codes and paths are longer than those of the compatible API.
CREATE TABLE credentials_call (
    tenant_id     BINARY(16)   NOT NULL,
    id            BINARY(16)   NOT NULL,
    credential_id BINARY(16)   NOT NULL,
    path          VARCHAR(200) NOT NULL,
    status        SMALLINT     NOT NULL,
    at            DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

ALTER TABLE credentials_refusal
    MODIFY COLUMN path VARCHAR(200) NOT NULL,
    MODIFY COLUMN code VARCHAR(40)  NOT NULL;
