-- Whom to tell what became of a message that came by SMPP, under the id that it was answered with. A message that came
-- in parts has one for each part.
CREATE TABLE receipts_wish (
    tenant_id       BINARY(16)  NOT NULL,
    wire_id         BINARY(16)  NOT NULL,
    submission_id   BINARY(16)  NOT NULL,
    credential_id   BINARY(16)  NOT NULL,
    wanted          VARCHAR(8)  NOT NULL,
    source          VARCHAR(21) NOT NULL,
    source_ton      TINYINT     NOT NULL,
    source_npi      TINYINT     NOT NULL,
    destination     VARCHAR(21) NOT NULL,
    destination_ton TINYINT     NOT NULL,
    destination_npi TINYINT     NOT NULL,
    created_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, wire_id),
    KEY receipts_wish_submission (tenant_id, submission_id),
    KEY receipts_wish_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Every receipt, kept so that it can be sent again. delivered_at is when it was answered last.
CREATE TABLE receipts_receipt (
    tenant_id       BINARY(16)  NOT NULL,
    id              BINARY(16)  NOT NULL,
    credential_id   BINARY(16)  NOT NULL,
    wire_id         BINARY(16)  NOT NULL,
    source          VARCHAR(21) NOT NULL,
    source_ton      TINYINT     NOT NULL,
    source_npi      TINYINT     NOT NULL,
    destination     VARCHAR(21) NOT NULL,
    destination_ton TINYINT     NOT NULL,
    destination_npi TINYINT     NOT NULL,
    state           VARCHAR(8)  NOT NULL,
    submitted_at    DATETIME(6) NOT NULL,
    done_at         DATETIME(6) NOT NULL,
    delivered_at    DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, id),
    KEY receipts_receipt_wire (tenant_id, wire_id),
    KEY receipts_receipt_time (tenant_id, done_at),
    KEY receipts_receipt_age (done_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Receipts that are still to be sent; rows leave when they are answered. due_at is also when a claim ends.
CREATE TABLE receipts_pending (
    tenant_id     BINARY(16)  NOT NULL,
    receipt_id    BINARY(16)  NOT NULL,
    credential_id BINARY(16)  NOT NULL,
    wire_id       BINARY(16)  NOT NULL,
    due_at        DATETIME(6) NOT NULL,
    tries         INT         NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, receipt_id),
    KEY receipts_pending_due (credential_id, due_at),
    KEY receipts_pending_order (tenant_id, wire_id, receipt_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
