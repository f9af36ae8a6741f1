-- Authenticator apps (RFC 6238). The seed is sealed; last_step is the time step of the last code, which works once.
CREATE TABLE protection_app (
    user_id      BINARY(16)     NOT NULL PRIMARY KEY,
    seed         VARBINARY(200) NOT NULL,
    last_step    BIGINT         NOT NULL,
    created_at   DATETIME(6)    NOT NULL,
    confirmed_at DATETIME(6)    NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Recovery codes: random, so a fast hash keeps them; a row goes when its code is used.
CREATE TABLE protection_recovery_code (
    user_id    BINARY(16)  NOT NULL,
    code_hash  BINARY(32)  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, code_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Passkeys (WebAuthn), each for one host.
CREATE TABLE protection_passkey (
    user_id          BINARY(16)      NOT NULL,
    id               BINARY(16)      NOT NULL,
    credential_id    VARBINARY(1023) NOT NULL,
    public_key       VARBINARY(2000) NOT NULL,
    host             VARCHAR(253)    NOT NULL,
    label            VARCHAR(60)     NOT NULL,
    transports       VARCHAR(100)    NOT NULL,
    signature_count  BIGINT          NOT NULL,
    backup_eligible  BOOLEAN         NOT NULL,
    backup_state     BOOLEAN         NOT NULL,
    attestation      BLOB            NULL,
    attestation_data BLOB            NULL,
    created_at       DATETIME(6)     NOT NULL,
    last_used_at     DATETIME(6)     NOT NULL,
    PRIMARY KEY (user_id, id),
    UNIQUE KEY protection_passkey_credential (credential_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci ROW_FORMAT = DYNAMIC;

-- Tenants whose people, and those of all below, need a second step.
CREATE TABLE protection_policy (
    tenant_id  BINARY(16)  NOT NULL PRIMARY KEY,
    created_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
