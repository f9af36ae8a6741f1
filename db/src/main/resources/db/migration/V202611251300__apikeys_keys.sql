-- Keys of the REST API. Scopes and addresses (CIDR) with spaces between.
CREATE TABLE apikeys_key (
    tenant_id    BINARY(16)    NOT NULL,
    id           BINARY(16)    NOT NULL,
    name         VARCHAR(60)   NOT NULL,
    hint         VARCHAR(20)   NOT NULL,
    key_hash     BINARY(32)    NOT NULL,
    scopes       VARCHAR(200)  NOT NULL,
    addresses    VARCHAR(1000) NOT NULL,
    expires_at   DATETIME(6)   NULL,
    created_by   BINARY(16)    NULL,
    created_at   DATETIME(6)   NOT NULL,
    last_used_at DATETIME(6)   NULL,
    revoked_at   DATETIME(6)   NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY apikeys_key_hash (key_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
