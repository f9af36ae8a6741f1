-- What a tenant's system binds with. The password has 8 characters at most (SMPP 3.4), so its hash is keyed with a key
-- that is not in the database.
CREATE TABLE smppserver_credential (
    tenant_id           BINARY(16)                                            NOT NULL,
    id                  BINARY(16)                                            NOT NULL,
    name                VARCHAR(60)                                           NOT NULL,
    system_id           VARCHAR(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    password_hash       BINARY(32)                                            NOT NULL,
    addresses           VARCHAR(400)                                          NOT NULL,
    most_binds          INT                                                   NOT NULL,
    window_size         INT                                                   NOT NULL,
    segments_per_second INT                                                   NOT NULL,
    created_by          BINARY(16)                                            NULL,
    created_at          DATETIME(6)                                           NOT NULL,
    last_bound_at       DATETIME(6)                                           NULL,
    last_error          VARCHAR(200)                                          NULL,
    last_error_at       DATETIME(6)                                           NULL,
    revoked_at          DATETIME(6)                                           NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY smppserver_credential_system_id (system_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The sessions that are bound, on all nodes. Each node says every few seconds that its own are there; one of which
-- nothing was said for longer is gone. unbind_at asks the node to end it.
CREATE TABLE smppserver_session (
    tenant_id     BINARY(16)    NOT NULL,
    id            BINARY(16)    NOT NULL,
    credential_id BINARY(16)    NOT NULL,
    node          BINARY(16)    NOT NULL,
    mode          VARCHAR(3)    NOT NULL,
    remote        VARCHAR(45)   NOT NULL,
    encrypted     BOOLEAN       NOT NULL,
    bound_at      DATETIME(6)   NOT NULL,
    seen_at       DATETIME(6)   NOT NULL,
    in_window     INT           NOT NULL DEFAULT 0,
    segments      BIGINT        NOT NULL DEFAULT 0,
    per_second    DECIMAL(8, 1) NOT NULL DEFAULT 0,
    receipts      BIGINT        NOT NULL DEFAULT 0,
    last_error    VARCHAR(200)  NULL,
    last_error_at DATETIME(6)   NULL,
    unbind_at     DATETIME(6)   NULL,
    PRIMARY KEY (tenant_id, id),
    KEY smppserver_session_credential (credential_id),
    KEY smppserver_session_node (node),
    KEY smppserver_session_seen (seen_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Messages of which parts have come, until all have and the message is accepted.
CREATE TABLE smppserver_group (
    tenant_id  BINARY(16)  NOT NULL,
    group_key  BINARY(32)  NOT NULL,
    id         BINARY(16)  NOT NULL,
    total      INT         NOT NULL,
    touched_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, group_key),
    KEY smppserver_group_touched (touched_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE smppserver_part (
    tenant_id       BINARY(16)     NOT NULL,
    group_id        BINARY(16)     NOT NULL,
    number          INT            NOT NULL,
    wire_id         BINARY(16)     NOT NULL,
    credential_id   BINARY(16)     NOT NULL,
    wanted          VARCHAR(8)     NOT NULL,
    source          VARCHAR(21)    NOT NULL,
    source_ton      TINYINT        NOT NULL,
    source_npi      TINYINT        NOT NULL,
    destination     VARCHAR(21)    NOT NULL,
    destination_ton TINYINT        NOT NULL,
    destination_npi TINYINT        NOT NULL,
    coding          VARCHAR(8)     NOT NULL,
    body            VARBINARY(512) NOT NULL,
    send_at         DATETIME(6)    NULL,
    expires_at      DATETIME(6)    NULL,
    received_at     DATETIME(6)    NOT NULL,
    PRIMARY KEY (tenant_id, group_id, number),
    KEY smppserver_part_wire_id (tenant_id, wire_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
