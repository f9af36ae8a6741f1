package io.heliograph.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The OpenID Connect of it: code flow with state, nonce and PKCE, all by Spring Security. */
@Component
public class OidcExchange {

    private static final Logger log = LoggerFactory.getLogger(OidcExchange.class);

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final Discovery discovery;
    private final OidcAuthorizationCodeAuthenticationProvider codes;

    OidcExchange(Discovery discovery, OidcAuthorizationCodeAuthenticationProvider codes) {
        this.discovery = discovery;
        this.codes = codes;
    }

    /**
     * Where to send the browser; what was asked waits in its session.
     *
     * @throws UnreachableProviderException when the provider does not answer now
     */
    public String begin(CompanyProvider provider, HttpServletRequest request, HttpServletResponse response) {
        ClientRegistration registration = discovery.registration(provider);
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                id -> id.equals(registration.getRegistrationId()) ? registration : null, "/login/company");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OAuth2AuthorizationRequest wanted =
                Objects.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
        asked.saveAuthorizationRequest(wanted, request, response);
        return wanted.getAuthorizationRequestUri();
    }

    /** Whom the provider names in its answer, checked; empty when it refused or its answer does not fit what was asked. */
    public Optional<OidcUser> finish(
            CompanyProvider provider, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest wanted = asked.removeAuthorizationRequest(request, response);
        OAuth2AuthorizationResponse answer = wanted == null ? null : answer(request, wanted.getRedirectUri());
        if (wanted == null
                || answer == null
                || !provider.tenantId().toString().equals(wanted.getAttribute("registration_id"))) {
            return Optional.empty();
        }
        try {
            ClientRegistration registration = discovery.registration(provider);
            Authentication checked = codes.authenticate(
                    new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(wanted, answer)));
            return Optional.ofNullable(checked)
                    .map(Authentication::getPrincipal)
                    .filter(OidcUser.class::isInstance)
                    .map(OidcUser.class::cast);
        } catch (AuthenticationException | UnreachableProviderException e) {
            log.info("Company sign-in with {} failed: {}", provider, e.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable OAuth2AuthorizationResponse answer(
            HttpServletRequest request, @Nullable String redirectUri) {
        String code = request.getParameter("code");
        String state = request.getParameter("state");
        return code == null || state == null || redirectUri == null
                ? null
                : OAuth2AuthorizationResponse.success(code)
                        .state(state)
                        .redirectUri(redirectUri)
                        .build();
    }
}
