package io.heliograph.oauth;

import io.heliograph.apikeys.ApiCaller;
import io.heliograph.apikeys.BearerTokens;
import io.heliograph.apikeys.TokenResult;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.KnownCredential;
import io.heliograph.credentials.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.stereotype.Component;

/**
 * Access tokens as bearer tokens. A good signature is not enough: the client must stand now, and what it may do is what
 * the token says and the client still has.
 */
@Component
class AccessTokens implements BearerTokens {

    private final JwtDecoder decoder;
    private final Credentials credentials;

    AccessTokens(JwtDecoder decoder, Credentials credentials) {
        this.decoder = decoder;
        this.credentials = credentials;
    }

    /** Three parts of a signed token. */
    @Override
    public boolean reads(String token) {
        return token.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public TokenResult check(String token, String address) {
        Jwt jwt;
        try {
            jwt = decoder.decode(token);
        } catch (JwtValidationException _) {
            return new TokenResult.Expired(null); // it is signed by us, and its client can get another
        } catch (BadJwtException _) {
            return new TokenResult.Unknown();
        }
        return credentials
                .client(String.valueOf(jwt.getClaimAsString(TokenClaims.CLIENT_ID)))
                .map(client -> check(jwt, client, address))
                .orElseGet(TokenResult.Unknown::new);
    }

    private TokenResult check(Jwt jwt, KnownCredential client, String address) {
        ApiCaller caller =
                new ApiCaller(client.caller().tenantId(), client.caller().credentialId(), scopes(jwt, client));
        if (!client.limits().addresses().allows(address)) {
            return new TokenResult.Elsewhere(caller, address);
        }
        credentials.used(client.caller());
        return new TokenResult.Known(caller);
    }

    private static Set<Scope> scopes(Jwt jwt, KnownCredential client) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(Scope.parse(String.valueOf(jwt.getClaimAsString("scope"))));
        scopes.retainAll(client.limits().scopes());
        return scopes;
    }
}
