package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.Scope;
import io.heliograph.tenants.TenantKind;
import java.util.Arrays;
import java.util.List;

/** A scope to be ticked. */
record ScopeChoice(Scope scope) {

    /** Those that a tenant of that kind can use: a customer has no customers. */
    static List<ScopeChoice> offeredTo(TenantKind tenant) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.CUSTOMERS || tenant != TenantKind.CUSTOMER)
                .map(ScopeChoice::new)
                .toList();
    }

    public String value() {
        return scope.name();
    }

    public String text() {
        return scope.text();
    }

    /** Of the sentence that says what it allows. */
    public String key() {
        return "api.scope." + scope.name();
    }
}
