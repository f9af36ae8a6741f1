package io.heliograph.apikeys;

import io.heliograph.credentials.Scope;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls the REST API, whatever kind of token they show. Handlers take it as {@code @AuthenticationPrincipal}.
 *
 * @param tenantId whose credential it is
 * @param credentialId the key or client; what is counted per credential is counted by this
 * @param scopes what the caller may do
 */
public record ApiCaller(UUID tenantId, UUID credentialId, Set<Scope> scopes) {

    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller may do this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
