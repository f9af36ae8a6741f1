package io.heliograph.credentials;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a credential is held to.
 *
 * @param scopes what its caller may do in the REST API; none for a login of the compatible API
 * @param addresses from where
 * @param expiresAt until when; null for no end
 */
public record Limits(
        Set<Scope> scopes, AddressList addresses, @Nullable Instant expiresAt) {

    /** A login from everywhere, for ever. */
    public static final Limits NONE = new Limits(Set.of(), AddressList.ALL, null);

    public Limits {
        scopes = Set.copyOf(scopes);
    }
}
