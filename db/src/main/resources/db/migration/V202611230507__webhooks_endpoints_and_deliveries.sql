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

CREATE TABLE webhooks_event (
    tenant_id  BINARY(16)  NOT NULL,
    id         BINARY(16)  NOT NULL,
    type       VARCHAR(40) NOT NULL,
    sms_id     BINARY(16)  NULL,
    message_id BINARY(16)  NULL,
    payload    TEXT        NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY webhooks_event_message (message_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One event on its way to one endpoint.
CREATE TABLE webhooks_delivery (
    tenant_id   BINARY(16)  NOT NULL,
    id          BINARY(16)  NOT NULL,
    endpoint_id BINARY(16)  NOT NULL,
    event_id    BINARY(16)  NOT NULL,
    state       VARCHAR(12) NOT NULL,
    tries       INT         NOT NULL DEFAULT 0,
    last_status INT         NULL,
    last_error  VARCHAR(200) NULL,
    next_try_at DATETIME(6) NULL,
    created_at  DATETIME(6) NOT NULL,
    state_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY webhooks_delivery_once (tenant_id, endpoint_id, event_id),
    KEY webhooks_delivery_endpoint (tenant_id, endpoint_id, state, id),
    KEY webhooks_delivery_event (tenant_id, event_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Deliveries still to be made; under a lease, due_at is when the lease ends. Rows leave when it is done.
CREATE TABLE webhooks_queue (
    endpoint_id BINARY(16)  NOT NULL,
    delivery_id BINARY(16)  NOT NULL,
    tenant_id   BINARY(16)  NOT NULL,
    due_at      DATETIME(6) NOT NULL,
    lease       BINARY(16)  NULL,
    PRIMARY KEY (endpoint_id, delivery_id),
    KEY webhooks_queue_due (endpoint_id, due_at, delivery_id)
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
