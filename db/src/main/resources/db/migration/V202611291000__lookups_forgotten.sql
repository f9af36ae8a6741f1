-- What a tenant's deleted lookups came to, so that the books still add up without them.
CREATE TABLE lookups_forgotten (
    tenant_id BINARY(16) NOT NULL,
    credits   BIGINT     NOT NULL,
    charges   BIGINT     NOT NULL,
    refunds   BIGINT     NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
