-- Sign-in with a company's own OpenID provider, one per reseller or operator.
CREATE TABLE federation_provider (
    tenant_id     BINARY(16)     NOT NULL PRIMARY KEY,
    label         VARCHAR(60)    NOT NULL,
    issuer        VARCHAR(500)   NOT NULL,
    client_id     VARCHAR(200)   NOT NULL,
    client_secret VARBINARY(600) NOT NULL,
    domains       VARCHAR(1000)  NOT NULL,
    new_role      VARCHAR(10)    NULL,
    changed_at    DATETIME(6)    NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who somebody is at a company's provider. The tenant is the provider's: an issuer may serve several.
CREATE TABLE federation_identity (
    tenant_id    BINARY(16)   NOT NULL,
    subject_hash BINARY(32)   NOT NULL,
    issuer       VARCHAR(500) NOT NULL,
    subject      VARCHAR(255) NOT NULL,
    user_id      BINARY(16)   NOT NULL,
    email        VARCHAR(254) NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, subject_hash),
    UNIQUE KEY federation_identity_user (user_id, tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
