package io.heliograph.oauth;

import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.KnownCredential;
import io.heliograph.credentials.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients of all tenants as Spring's authorization server asks for them. They are made on the screens. */
@Component
class RegisteredClients implements RegisteredClientRepository {

    /** How long a token opens the API. */
    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final Credentials credentials;

    RegisteredClients(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return credentials
                .client(clientId)
                .map(client -> registered(client, clientId))
                .orElse(null);
    }

    /** Asked for tokens that are kept, of which there are none. */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return null;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are made on the screens");
    }

    private static RegisteredClient registered(KnownCredential client, String clientId) {
        return RegisteredClient.withId(client.caller().credentialId().toString())
                .clientId(clientId)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes ->
                        client.limits().scopes().stream().map(Scope::text).forEach(scopes::add))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
