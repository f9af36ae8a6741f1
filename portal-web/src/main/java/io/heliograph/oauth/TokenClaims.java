package io.heliograph.oauth;

import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What a token says (RFC 9068): for which client and API, with which scopes, and nothing about its tenant. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String TYPE = "at+jwt";
    static final String CLIENT_ID = "client_id";
    private static final String API = "/api/v1";

    private final Issuer issuer;

    TokenClaims(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String ours = issuer.of(context.getAuthorizationServerContext().getIssuer());
        context.getJwsHeader().type(TYPE);
        context.getClaims()
                .issuer(ours)
                .audience(List.of(ours + API))
                .id(UUID.randomUUID().toString())
                .claim(CLIENT_ID, context.getRegisteredClient().getClientId())
                .claim(
                        "scope",
                        String.join(
                                " ",
                                context.getAuthorizedScopes().stream().sorted().toList()));
    }
}
