CREATE TABLE tenants_tenant (
    id            BINARY(16)   NOT NULL PRIMARY KEY,
    parent_id     BINARY(16)   NULL,
    kind          VARCHAR(10)  NOT NULL,
    name          VARCHAR(80)  NOT NULL,
    zone          VARCHAR(40)  NOT NULL,
    support_email VARCHAR(254) NULL,
    accent        CHAR(7)      NULL,
    suspended_at  DATETIME(6)  NULL,
    created_at    DATETIME(6)  NOT NULL,
    KEY tenants_tenant_parent (parent_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Every tenant with every tenant above it, itself included at depth 0.
CREATE TABLE tenants_ancestor (
    ancestor_id BINARY(16) NOT NULL,
    tenant_id   BINARY(16) NOT NULL,
    depth       INT        NOT NULL,
    PRIMARY KEY (ancestor_id, tenant_id),
    KEY tenants_ancestor_up (tenant_id, depth)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE tenants_user (
    id              BINARY(16)   NOT NULL PRIMARY KEY,
    tenant_id       BINARY(16)   NOT NULL,
    email           VARCHAR(254) NOT NULL,
    name            VARCHAR(80)  NOT NULL,
    password        VARCHAR(200) NULL,
    role            VARCHAR(10)  NOT NULL,
    zone            VARCHAR(40)  NULL,
    disabled_at     DATETIME(6)  NULL,
    last_sign_in_at DATETIME(6)  NULL,
    created_at      DATETIME(6)  NOT NULL,
    UNIQUE KEY tenants_user_email (email),
    KEY tenants_user_tenant (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Links in mails: an invitation or a new password. Only the hash is kept; a link works once.
CREATE TABLE tenants_mail_link (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    user_id    BINARY(16)  NOT NULL,
    purpose    VARCHAR(12) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at    DATETIME(6) NULL,
    KEY tenants_mail_link_user (user_id, purpose)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Failed sign-ins by account and by address, shared by all nodes.
CREATE TABLE signin_failure (
    throttle_key BINARY(32)  NOT NULL PRIMARY KEY,
    failures     INT         NOT NULL,
    last_at      DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
