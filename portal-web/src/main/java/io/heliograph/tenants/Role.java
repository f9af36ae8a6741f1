package io.heliograph.tenants;

/** What a person does in a tenant; what each role may do is decided where it is asked. */
public enum Role {
    OWNER,
    ADMIN,
    FINANCE,
    SENDER,
    VIEWER;

    /** Whether a person of this role may give that role, and change people who have it: owners all, admins all but owners. */
    public boolean mayGive(Role role) {
        return this == OWNER || (this == ADMIN && role != OWNER);
    }
}
