-- OAuth2 clients beside the logins of the compatible API, and what either may be held to: scopes, addresses (CIDR, with
-- spaces between), an end; and the secret before the present one, which is good until a stated time.
ALTER TABLE credentials_credential
    ADD COLUMN kind             VARCHAR(8)    NOT NULL DEFAULT 'LOGIN',
    ADD COLUMN scopes           VARCHAR(200)  NOT NULL DEFAULT '',
    ADD COLUMN addresses        VARCHAR(1000) NOT NULL DEFAULT '',
    ADD COLUMN expires_at       DATETIME(6)   NULL,
    ADD COLUMN old_secret_hash  BINARY(32)    NULL,
    ADD COLUMN old_secret_until DATETIME(6)   NULL;
