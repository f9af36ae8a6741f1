-- Requests of the REST API that came with an idempotency key, kept for seven days. Without a status while unanswered;
-- effect_id names the effect, so that whoever goes on with an abandoned request has the same effect. The body of the answer is sealed.
CREATE TABLE api_request (
    tenant_id    BINARY(16)                                             NOT NULL,
    account_id   BINARY(16)                                             NOT NULL,
    request_key  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    request_hash BINARY(32)                                             NOT NULL,
    effect_id    BINARY(16)                                             NOT NULL,
    lease        BINARY(16)                                             NOT NULL,
    lease_until  DATETIME(6)                                            NOT NULL,
    status       INT                                                    NULL,
    location     VARCHAR(300)                                           NULL,
    body         MEDIUMBLOB                                             NULL,
    created_at   DATETIME(6)                                            NOT NULL,
    PRIMARY KEY (tenant_id, account_id, request_key),
    KEY api_request_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- How many calls of a credential all nodes have taken together in a window of time.
CREATE TABLE api_allowance (
    credential_id BINARY(16)  NOT NULL,
    window_at     DATETIME(6) NOT NULL,
    taken         INT         NOT NULL,
    PRIMARY KEY (credential_id, window_at),
    KEY api_allowance_age (window_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
