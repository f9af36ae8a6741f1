package io.heliograph.tenants;

/** What a person does in a tenant; what each role may do is decided where it is asked. */
public enum Role {
    OWNER,
    ADMIN,
    FINANCE,
    SENDER,
    VIEWER
}
