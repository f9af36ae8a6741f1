-- Messages of which nobody knows whether they were sent, by the number that a report would name; rows leave when it is
-- known. In place of an index that every change of state of every message had to keep.
CREATE TABLE messages_uncertain (
    tenant_id  BINARY(16)  NOT NULL,
    message_id BINARY(16)  NOT NULL,
    account_id BINARY(16)  NOT NULL,
    msisdn     VARCHAR(18) NOT NULL,
    since      DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, message_id),
    KEY messages_uncertain_msisdn (account_id, msisdn, message_id),
    KEY messages_uncertain_since (account_id, since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO messages_uncertain (tenant_id, message_id, account_id, msisdn, since)
SELECT tenant_id, id, account_id, msisdn, state_at FROM messages_message WHERE state = 'UNCERTAIN';

-- A request that is about to leave is known by the queue alone.
UPDATE messages_message SET state = 'QUEUED' WHERE state = 'SUBMITTING';

ALTER TABLE messages_message DROP KEY messages_message_uncertain;
