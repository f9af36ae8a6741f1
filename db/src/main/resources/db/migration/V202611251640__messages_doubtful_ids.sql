-- Ids under which a report may come for a message whose own row does not name them: a request was answered with another
-- number of ids than it had numbers, or a report told the id. By the message, so that they go with it.
CREATE TABLE messages_doubtful_id (
    tenant_id           BINARY(16)                                            NOT NULL,
    message_id          BINARY(16)                                            NOT NULL,
    provider_message_id VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (tenant_id, message_id, provider_message_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO messages_doubtful_id (tenant_id, message_id, provider_message_id)
SELECT c.tenant_id, c.message_id, c.provider_message_id
  FROM messages_correlation c
  JOIN messages_message m ON m.tenant_id = c.tenant_id AND m.id = c.message_id
 WHERE m.provider_message_id IS NULL OR m.provider_message_id <> c.provider_message_id;
