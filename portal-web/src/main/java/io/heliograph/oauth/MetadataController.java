package io.heliograph.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.heliograph.credentials.Scope;
import io.heliograph.signin.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What clients may find out by themselves (RFC 8414). Spring's own page names grants that are not given here. */
@RestController
@Anyone
class MetadataController {

    private final Issuer issuer;

    MetadataController(Issuer issuer) {
        this.issuer = issuer;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    Metadata metadata(HttpServletRequest request) {
        String ours =
                issuer.of(ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        return new Metadata(
                ours,
                ours + OauthSecurity.TOKENS,
                ours + OauthSecurity.KEYS,
                Arrays.stream(Scope.values()).map(Scope::text).toList(),
                List.of(),
                List.of("client_credentials"),
                List.of("client_secret_basic", "client_secret_post"));
    }

    /** In the words of the RFC. */
    record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("scopes_supported") List<String> scopesSupported,
            @JsonProperty("response_types_supported") List<String> responseTypesSupported,
            @JsonProperty("grant_types_supported") List<String> grantTypesSupported,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> tokenEndpointAuthMethodsSupported) {}
}
