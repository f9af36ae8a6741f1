package io.heliograph.signin;

import io.heliograph.tenants.TenantKind;
import java.util.List;

/** The sandbox's people, offered on the sign-in page with one click each. There is none outside the sandbox. */
@FunctionalInterface
public interface OneClickPeople {

    /** In the order in which they are offered. */
    List<Person> people();

    /** One of them. {@code description} says what they are, such as "Reseller". */
    record Person(String email, String password, String tenantName, TenantKind kind, String description) {}
}
