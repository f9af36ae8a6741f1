package io.heliograph.federation;

import io.heliograph.federation.UnreachableProviderException.Why;
import java.util.Map;
import java.util.Set;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks a provider for its configuration (OpenID Connect Discovery), anew with each sign-in. */
@Component
class Discovery {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Set<String> CALLED = Set.of("token_endpoint", "jwks_uri", "userinfo_endpoint");
    private static final String OWN_ADDRESS = "{baseUrl}/login/company/{registrationId}/return";

    private final GuardedRest guarded;
    private final RestClient client;

    Discovery(GuardedRest guarded) {
        this.guarded = guarded;
        this.client = guarded.client().build();
    }

    /**
     * What the provider says of itself.
     *
     * @throws UnreachableProviderException when it is not one under this issuer, or names addresses that may not be called
     */
    Map<String, Object> configuration(String issuer) {
        if (!guarded.mayCall(issuer)) {
            throw new UnreachableProviderException(Why.ADDRESS);
        }
        Map<String, Object> said = ask(issuer.replaceAll("/$", "") + WELL_KNOWN);
        boolean callable = CALLED.stream()
                .map(said::get)
                .allMatch(address -> address == null || guarded.mayCall(address.toString()));
        boolean browsable = guarded.mayCall(String.valueOf(said.get("authorization_endpoint")));
        if (!issuer.equals(said.get("issuer")) || !callable || !browsable) {
            throw new UnreachableProviderException(Why.OTHER_ISSUER);
        }
        return said;
    }

    /** The portal as a client of the provider. */
    ClientRegistration registration(CompanyProvider provider) {
        try {
            return ClientRegistrations.fromOidcConfiguration(configuration(provider.issuer()))
                    .registrationId(provider.tenantId().toString())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .redirectUri(OWN_ADDRESS)
                    .scope("openid", "profile", "email")
                    .build();
        } catch (IllegalArgumentException _) {
            throw new UnreachableProviderException(Why.NO_CONFIGURATION);
        }
    }

    private Map<String, Object> ask(String address) {
        try {
            Map<String, Object> said = client.get()
                    .uri(address)
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            if (said == null) {
                throw new UnreachableProviderException(Why.NO_CONFIGURATION);
            }
            return said;
        } catch (RestClientException | IllegalArgumentException _) {
            throw new UnreachableProviderException(Why.NO_CONFIGURATION);
        }
    }
}
