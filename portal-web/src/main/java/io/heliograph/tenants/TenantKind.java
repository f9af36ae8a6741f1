package io.heliograph.tenants;

/** What a tenant does here: run the installation, sell to others, or send. */
public enum TenantKind {
    OPERATOR,
    RESELLER,
    CUSTOMER;

    /** Whether the tree may hold a child of that kind below one of this: resellers and customers, except below customers. */
    public boolean canHave(TenantKind child) {
        return switch (this) {
            case OPERATOR -> child != OPERATOR;
            case RESELLER -> child != OPERATOR;
            case CUSTOMER -> false;
        };
    }

    /**
     * What an account is that one of this kind opens: the operator's are resellers, a reseller's are customers.
     *
     * @throws IllegalStateException for a customer, which opens none
     */
    public TenantKind sellsTo() {
        return switch (this) {
            case OPERATOR -> RESELLER;
            case RESELLER -> CUSTOMER;
            case CUSTOMER -> throw new IllegalStateException("Customers sell to nobody");
        };
    }
}
