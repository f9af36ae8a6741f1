package io.heliograph.oauth;

import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.KnownCredential;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a client's secret, or the one before it while that is good too, and its address. Unknown, wrong, revoked, over,
 * suspended and from elsewhere are all refused alike.
 */
@Component
class ClientSignIn implements AuthenticationProvider {

    private final Credentials credentials;
    private final RegisteredClients clients;
    private final Clock clock;

    ClientSignIn(Credentials credentials, RegisteredClients clients, Clock clock) {
        this.credentials = credentials;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        OAuth2ClientAuthenticationToken token = (OAuth2ClientAuthenticationToken) asked;
        String clientId = token.getPrincipal().toString();
        KnownCredential client = credentials
                .client(clientId)
                .filter(_ -> isBySecret(token.getClientAuthenticationMethod()))
                .filter(known -> known.hasSecret(String.valueOf(token.getCredentials()), clock.instant()))
                .filter(known -> known.limits().addresses().allows(address(token)))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        RegisteredClient registered = clients.findByClientId(clientId);
        if (registered == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        credentials.used(client.caller());
        return new OAuth2ClientAuthenticationToken(
                registered, token.getClientAuthenticationMethod(), token.getCredentials());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static boolean isBySecret(ClientAuthenticationMethod method) {
        return method.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                || method.equals(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private static @Nullable String address(Authentication token) {
        return token.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
    }
}
