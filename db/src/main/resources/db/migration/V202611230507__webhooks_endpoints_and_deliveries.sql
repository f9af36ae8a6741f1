CREATE TABLE webhooks_endpoint (
    tenant_id                 BINARY(16)     NOT NULL,
    id                        BINARY(16)     NOT NULL,
    url                       VARCHAR(500)   NOT NULL,
    format                    VARCHAR(10)    NOT NULL,
    state                     VARCHAR(12)    NOT NULL,
    state_at                  DATETIME(6)    NOT NULL,
    state_reason              VARCHAR(200)   NULL,
    secret_encrypted          VARBINARY(400) NOT NULL,
    old_secret_encrypted      VARBINARY(400) NULL,
    old_secret_until          DATETIME(6)    NULL,
    failing_since             DATETIME(6)    NULL,
    created_at                DATETIME(6)    NOT NULL,
    PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What an endpoint's attempts came to in one hour, and the last of them.
CREATE TABLE webhooks_hour (
    tenant_id   BINARY(16)   NOT NULL,
    endpoint_id BINARY(16)   NOT NULL,
    hour        DATETIME     NOT NULL,
    succeeded   INT          NOT NULL,
    failed      INT          NOT NULL,
    last_at     DATETIME(6)  NOT NULL,
    last_status INT          NULL,
    last_error  VARCHAR(200) NULL,
    PRIMARY KEY (tenant_id, endpoint_id, hour)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE webhooks_event (
    tenant_id  BINARY(16)  NOT NULL,
    id         BINARY(16)  NOT NULL,
    type       VARCHAR(40) NOT NULL,
    sms_id     BINARY(16)  NULL,
    message_id BINARY(16)  NULL,
    payload    TEXT        NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY webhooks_event_message (tenant_id, message_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One event on its way to one endpoint. "failures" counts since it was published or replayed, "tries" all of them.
CREATE TABLE webhooks_delivery (
    tenant_id   BINARY(16)   NOT NULL,
    id          BINARY(16)   NOT NULL,
    endpoint_id BINARY(16)   NOT NULL,
    event_id    BINARY(16)   NOT NULL,
    state       VARCHAR(12)  NOT NULL,
    tries       INT          NOT NULL DEFAULT 0,
    failures    INT          NOT NULL DEFAULT 0,
    last_status INT          NULL,
    last_error  VARCHAR(200) NULL,
    next_try_at DATETIME(6)  NULL,
    created_at  DATETIME(6)  NOT NULL,
    state_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY webhooks_delivery_endpoint (tenant_id, endpoint_id, id),
    KEY webhooks_delivery_state (tenant_id, endpoint_id, state, id),
    KEY webhooks_delivery_event (tenant_id, event_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Deliveries still to be made; under a lease, due_at is when the lease ends. Rows leave when it is done.
CREATE TABLE webhooks_queue (
    tenant_id   BINARY(16)  NOT NULL,
    endpoint_id BINARY(16)  NOT NULL,
    delivery_id BINARY(16)  NOT NULL,
    due_at      DATETIME(6) NOT NULL,
    lease       BINARY(16)  NULL,
    PRIMARY KEY (tenant_id, endpoint_id, delivery_id),
    KEY webhooks_queue_due (tenant_id, endpoint_id, due_at, delivery_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One HTTP exchange, with what was sent and where to at that time.
CREATE TABLE webhooks_attempt (
    tenant_id        BINARY(16)   NOT NULL,
    delivery_id      BINARY(16)   NOT NULL,
    number           INT          NOT NULL,
    started_at       DATETIME(6)  NOT NULL,
    duration_ms      INT          NOT NULL,
    url              VARCHAR(500) NOT NULL,
    status           INT          NULL,
    error            VARCHAR(200) NULL,
    request_headers  TEXT         NOT NULL,
    request_body     TEXT         NOT NULL,
    response_headers TEXT         NULL,
    response_body    TEXT         NULL,
    PRIMARY KEY (tenant_id, delivery_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Many deliveries of one endpoint to be made again, in order: those after after_id, up to last_id, are still to come.
CREATE TABLE webhooks_replay (
    tenant_id   BINARY(16)  NOT NULL,
    id          BINARY(16)  NOT NULL,
    endpoint_id BINARY(16)  NOT NULL,
    failed_only BOOLEAN     NOT NULL,
    since       DATETIME(6) NOT NULL,
    after_id    BINARY(16)  NOT NULL,
    last_id     BINARY(16)  NOT NULL,
    total       INT         NOT NULL,
    queued      INT         NOT NULL DEFAULT 0,
    created_at  DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, id),
    KEY webhooks_replay_endpoint (tenant_id, endpoint_id, id),
    KEY webhooks_replay_open (finished_at, tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
