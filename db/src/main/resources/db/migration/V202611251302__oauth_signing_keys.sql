-- What signs access tokens: a JSON Web Key each, sealed. The generation is unique, so that nodes make no two successors.
CREATE TABLE oauth_signing_key (
    generation INT            NOT NULL,
    sealed_key VARBINARY(4096) NOT NULL,
    signs_from DATETIME(6)    NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (generation)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
