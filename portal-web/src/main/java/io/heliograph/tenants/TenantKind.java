package io.heliograph.tenants;

/** What a tenant does here: run the installation, sell to others, or send. */
public enum TenantKind {
    OPERATOR,
    RESELLER,
    CUSTOMER;

    /** What this kind sells to: an operator to resellers, a reseller to customers; a customer has none below it. */
    public boolean canHave(TenantKind child) {
        return switch (this) {
            case OPERATOR -> child != OPERATOR;
            case RESELLER -> child != OPERATOR;
            case CUSTOMER -> false;
        };
    }
}
