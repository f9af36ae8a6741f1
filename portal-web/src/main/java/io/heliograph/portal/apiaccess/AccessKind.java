package io.heliograph.portal.apiaccess;

import io.heliograph.tenants.TenantKind;
import java.util.Arrays;
import java.util.List;

/** What a program gets in with, the simplest first. */
enum AccessKind {
    /** One secret, sent with each call of the REST API. */
    KEY,
    /** Id and secret of an OAuth2 client, which it changes for tokens that open the REST API. */
    CLIENT,
    /** Username and secret of the compatible API. */
    LOGIN;

    /** Those that a tenant of that kind may have: only customers send by the compatible API. */
    static List<AccessKind> offeredTo(TenantKind tenant) {
        return Arrays.stream(values())
                .filter(kind -> kind != LOGIN || tenant == TenantKind.CUSTOMER)
                .toList();
    }

    /** Whether scopes say what it may do. */
    public boolean hasScopes() {
        return this != LOGIN;
    }
}
