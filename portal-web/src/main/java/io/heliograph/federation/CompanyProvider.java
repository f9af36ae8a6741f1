package io.heliograph.federation;

import io.heliograph.tenants.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company's OpenID provider.
 *
 * @param tenantId the reseller's, or the operator's for the installation
 * @param label what the button says, 1 to 60 characters
 * @param issuer as the provider calls itself, below which its configuration is
 * @param domains of e-mail addresses that new people may have, in lower case; none for no new people
 * @param newRole which role a new person gets; null for no new people. Never owner
 */
public record CompanyProvider(
        UUID tenantId,
        String label,
        String issuer,
        String clientId,
        String clientSecret,
        List<String> domains,
        @Nullable Role newRole) {

    public CompanyProvider {
        domains = List.copyOf(domains);
        if (newRole == Role.OWNER) {
            throw new IllegalArgumentException("Nobody becomes an owner by signing in");
        }
    }

    /** Whether a new person may have this e-mail address. */
    boolean allows(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return newRole != null && domains.contains(domain);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CompanyProvider[" + tenantId + ", " + issuer + "]";
    }
}
