package io.heliograph.purchases;

/** What came of connecting a reseller's account at Stripe. */
public enum ConnectResult {
    /** Its customers can pay by card. */
    CONNECTED,
    /** Stripe does not know the account, or the account may not take payments yet. */
    CANNOT_BE_PAID,
    /** Another tenant is paid on it. */
    ANOTHER_TENANTS,
    /** No Stripe key is set in this installation. */
    BUYING_IS_OFF
}
