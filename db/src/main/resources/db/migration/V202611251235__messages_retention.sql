-- For how many days a tenant's messages are kept; for ever without a row.
CREATE TABLE messages_retention (
    tenant_id BINARY(16) NOT NULL,
    days      INT        NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What a tenant's deleted messages came to, so that the books still add up without them.
CREATE TABLE messages_forgotten (
    tenant_id BINARY(16) NOT NULL,
    messages  BIGINT     NOT NULL,
    credits   BIGINT     NOT NULL,
    charges   BIGINT     NOT NULL,
    refunds   BIGINT     NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
