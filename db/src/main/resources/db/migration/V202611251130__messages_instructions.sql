-- When to send, until when, and the customer's own data as JSON.
ALTER TABLE messages_message
    ADD COLUMN send_at    DATETIME(6) NULL,
    ADD COLUMN expires_at DATETIME(6) NULL,
    ADD COLUMN metadata   TEXT        NULL;

-- With expires_at, so that what has waited too long is found by the index alone.
ALTER TABLE dispatch_entry
    DROP KEY dispatch_entry_due,
    ADD KEY dispatch_entry_due (account_id, phase, tenant_id, due_at, message_id, expires_at);
