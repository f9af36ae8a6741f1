-- What a seller asks of its customers: of one (customer_id) or of all (customer_id is null). A change ends the old row.
CREATE TABLE rates_rate (
    seller_id   BINARY(16)  NOT NULL,
    id          BINARY(16)  NOT NULL,
    customer_id BINARY(16)  NULL,
    product     VARCHAR(8)  NOT NULL,
    prefix      VARCHAR(18) NOT NULL,
    price       BIGINT      NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    created_by  BINARY(16)  NULL,
    ended_at    DATETIME(6) NULL,
    PRIMARY KEY (seller_id, id),
    KEY rates_rate_current (seller_id, ended_at, product, prefix),
    CONSTRAINT rates_rate_price CHECK (price >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A seller's terms for all its customers.
CREATE TABLE rates_terms (
    tenant_id           BINARY(16) NOT NULL PRIMARY KEY,
    markup_basis_points INT        NOT NULL DEFAULT 0,
    refund_undelivered  BOOLEAN    NOT NULL DEFAULT FALSE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A markup agreed with one customer, in place of the seller's default.
CREATE TABLE rates_markup (
    tenant_id           BINARY(16) NOT NULL PRIMARY KEY,
    markup_basis_points INT        NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The price of one prefix for one tenant and for every seller above it, as a message was charged by it; never changed.
CREATE TABLE rates_chain (
    tenant_id  BINARY(16)   NOT NULL,
    id         BINARY(16)   NOT NULL,
    product    VARCHAR(8)   NOT NULL,
    prefix     VARCHAR(18)  NOT NULL,
    links      VARCHAR(2000) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Counts every change of a price, a markup or the tree, so that nodes know when to read them again.
CREATE TABLE rates_revision (
    id       TINYINT NOT NULL PRIMARY KEY,
    revision BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO rates_revision (id, revision) VALUES (1, 1);
