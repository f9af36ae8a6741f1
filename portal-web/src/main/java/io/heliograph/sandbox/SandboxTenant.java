package io.heliograph.sandbox;

import io.heliograph.tenants.TenantKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tenants that outside programs rely on.
 *
 * @param parent the name of the tenant above; null for the operator
 * @param person the name of its owner
 * @param credits what it starts with, in whole credits
 */
record SandboxTenant(
        TenantKind kind,
        String name,
        @Nullable String parent,
        String email,
        String person,
        long credits,
        @Nullable ApiLogin apiLogin) {

    static final String PASSWORD = "sandbox";

    /** Eight characters at most, as SMPP 3.4 has it. */
    static final String SMPP_PASSWORD = "sandbox";

    /** The OAuth2 client that is known, with all scopes, and whose it is. */
    static final String OAUTH_CLIENT = "alpine-app";

    static final String OAUTH_SECRET = "sandbox-alpine-app";
    static final String OAUTH_TENANT = "Alpine Clinic";

    static final List<SandboxTenant> ALL = List.of(
            new SandboxTenant(
                    TenantKind.OPERATOR, "Heliograph", null, "operator@heliograph.test", "Olga Operator", 0, null),
            reseller("Northwind Telecom", "reseller@northwind.test", "Nora North"),
            customer("Alpine Clinic", "Northwind Telecom", "customer@alpine.test", "Ana Alpine", "alpine"),
            customer("Bluebird Bakery", "Northwind Telecom", "customer@bluebird.test", "Ben Bluebird", "bluebird"),
            reseller("Southwind Mobile", "reseller@southwind.test", "Sam South"),
            customer("Cedar School", "Southwind Mobile", "customer@cedar.test", "Cem Cedar", "cedar"));

    private static SandboxTenant reseller(String name, String email, String person) {
        return new SandboxTenant(TenantKind.RESELLER, name, "Heliograph", email, person, 100_000, null);
    }

    private static SandboxTenant customer(String name, String parent, String email, String person, String username) {
        ApiLogin login = new ApiLogin(username, "sandbox-" + username);
        return new SandboxTenant(TenantKind.CUSTOMER, name, parent, email, person, 1_000, login);
    }

    /** A credential with a username and secret that are known. */
    record ApiLogin(String username, String secret) {}
}
