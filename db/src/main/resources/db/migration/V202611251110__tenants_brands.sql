-- How a seller's own portal is called and looks. All null: the tenant's name, and the portal's own colours. logo and icon
-- are the file names of images, made from a hash of their content; host_seen_at is when somebody first came by the host.
ALTER TABLE tenants_tenant
    ADD COLUMN brand_name   VARCHAR(80)  NULL,
    ADD COLUMN mail_sender  VARCHAR(80)  NULL,
    ADD COLUMN host         VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN host_seen_at DATETIME(6)  NULL,
    ADD COLUMN logo         VARCHAR(40)  NULL,
    ADD COLUMN icon         VARCHAR(40)  NULL,
    ADD UNIQUE KEY tenants_tenant_host (host);
