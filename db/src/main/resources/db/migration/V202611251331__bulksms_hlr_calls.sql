-- When each API login called /hlr in the last second: the times, 8 bytes each, oldest first.
CREATE TABLE bulksms_hlr_calls (
    credential_id BINARY(16)     NOT NULL PRIMARY KEY,
    recent        VARBINARY(240) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
