package io.heliograph.email.smtp;

import io.heliograph.credentials.Caller;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.NoSuchCredentialException;
import io.heliograph.email.SecretAddresses;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may hand in mails, and for which domains: asked anew for each mail, as a connection may outlive a credential. */
@Component
class Doorkeeper {

    private final SmtpProperties properties;
    private final Credentials credentials;
    private final SecretAddresses secrets;
    private final Tenants tenants;
    private final Brands brands;

    Doorkeeper(
            SmtpProperties properties,
            Credentials credentials,
            SecretAddresses secrets,
            Tenants tenants,
            Brands brands) {
        this.properties = properties;
        this.credentials = credentials;
        this.secrets = secrets;
        this.tenants = tenants;
        this.brands = brands;
    }

    /** Whether a credential that signed in is still good. */
    boolean stillWorks(Caller caller) {
        try {
            return credentials.get(caller.tenantId(), caller.credentialId()).revokedAt() == null;
        } catch (NoSuchCredentialException _) {
            return false;
        }
    }

    boolean isSuspended(UUID tenantId) {
        return tenants.isSuspended(tenantId);
    }

    /** Whether mails are taken from those who have not signed in, to secret addresses. */
    boolean takesFromAnybody() {
        return properties.inbound();
    }

    /** Whose secret address this is. */
    Optional<UUID> owner(String secret) {
        return properties.inbound() ? secrets.owner(secret) : Optional.empty();
    }

    /** Whether a domain is ours: one of the settings, or the host of a reseller; any, where none is set. */
    boolean isOurs(String domain) {
        return properties.domains().isEmpty()
                || properties.domains().contains(domain)
                || brands.ofHost(domain).isPresent();
    }

    int mostMailsPerConnection() {
        return properties.mostMailsPerConnection();
    }

    int mostBytes() {
        return properties.mostBytes();
    }
}
