-- Usage written with the transactions that make it; folded into usage_daily in the background, and gone from here.
CREATE TABLE usage_delta (
    id          BINARY(16)  NOT NULL PRIMARY KEY,
    tenant_id   BINARY(16)  NOT NULL,
    day         DATE        NOT NULL,
    product     VARCHAR(8)  NOT NULL,
    destination VARCHAR(4)  NOT NULL,
    sender      VARCHAR(20) NOT NULL,
    channel     VARCHAR(12) NOT NULL,
    state       VARCHAR(12) NOT NULL,
    messages    BIGINT      NOT NULL,
    segments    BIGINT      NOT NULL,
    credits     BIGINT      NOT NULL,
    margin      BIGINT      NOT NULL,
    KEY usage_delta_tenant (tenant_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE usage_daily (
    tenant_id   BINARY(16)  NOT NULL,
    day         DATE        NOT NULL,
    product     VARCHAR(8)  NOT NULL,
    destination VARCHAR(4)  NOT NULL,
    sender      VARCHAR(20) NOT NULL,
    channel     VARCHAR(12) NOT NULL,
    state       VARCHAR(12) NOT NULL,
    messages    BIGINT      NOT NULL,
    segments    BIGINT      NOT NULL,
    credits     BIGINT      NOT NULL,
    margin      BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, day, product, destination, sender, channel, state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
