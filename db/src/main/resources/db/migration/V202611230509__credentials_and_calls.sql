CREATE TABLE credentials_credential (
    tenant_id    BINARY(16)                                            NOT NULL,
    id           BINARY(16)                                            NOT NULL,
    name         VARCHAR(60)                                           NOT NULL,
    username     VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    secret_hash  BINARY(32)                                            NOT NULL,
    answer_form  VARCHAR(8)                                            NOT NULL,
    created_by   BINARY(16)                                            NULL,
    created_at   DATETIME(6)                                           NOT NULL,
    last_used_at DATETIME(6)                                           NULL,
    revoked_at   DATETIME(6)                                           NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY credentials_credential_username (username)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Calls that were refused, kept so that a developer sees why. Accepted calls are submissions.
CREATE TABLE credentials_refusal (
    tenant_id     BINARY(16)   NOT NULL,
    id            BINARY(16)   NOT NULL,
    credential_id BINARY(16)   NOT NULL,
    path          VARCHAR(60)  NOT NULL,
    code          VARCHAR(8)   NOT NULL,
    reason        VARCHAR(300) NOT NULL,
    at            DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY credentials_refusal_age (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
