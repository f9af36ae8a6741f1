package io.heliograph;

import io.heliograph.db.RowIds;
import io.heliograph.tenants.NewTenant;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/** Makes tenants and people for tests, with names and addresses of their own. */
@TestComponent
public class People {

    /** The password of everybody made here. */
    public static final String PASSWORD = "correct horse battery";

    private final Tenants tenants;
    private final Users users;
    private final Supplier<String> encodedPassword;

    People(Tenants tenants, Users users, PasswordEncoder passwords) {
        this.tenants = tenants;
        this.users = users;
        this.encodedPassword = SingletonSupplier.of(() -> passwords.encode(PASSWORD));
    }

    /** A reseller below the sandbox's operator. */
    public Tenant reseller() {
        UUID operator =
                users.findByEmail("operator@heliograph.test").orElseThrow().tenantId();
        return tenant(operator, TenantKind.RESELLER);
    }

    /** A customer of that reseller. */
    public Tenant customerOf(UUID resellerId) {
        return tenant(resellerId, TenantKind.CUSTOMER);
    }

    /** A person who can sign in. */
    public User user(UUID tenantId, Role role) {
        String name = "person-" + RowIds.next();
        return users.add(tenantId, new NewUser(name + "@example.test", "Person", role), encodedPassword.get());
    }

    /** The tenant of one of the sandbox's people. */
    public UUID tenantOf(String email) {
        return users.findByEmail(email).orElseThrow().tenantId();
    }

    private Tenant tenant(UUID parentId, TenantKind kind) {
        return tenants.create(new NewTenant(parentId, kind, "Tenant " + RowIds.next(), ZoneId.of("UTC")));
    }
}
