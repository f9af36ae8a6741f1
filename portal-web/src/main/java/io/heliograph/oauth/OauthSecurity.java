package io.heliograph.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** Spring's authorization server, narrowed to what is given here: tokens for the credentials of a client. */
@Configuration(proxyBeanMethods = false)
class OauthSecurity {

    static final String TOKENS = "/oauth2/token";
    static final String KEYS = "/oauth2/jwks";

    @Bean
    @Order(10)
    SecurityFilterChain tokens(HttpSecurity http, RegisteredClients clients, ClientSignIn signIn) {
        return http.securityMatcher(TOKENS, KEYS)
                .oauth2AuthorizationServer(server -> server.registeredClientRepository(clients)
                        .authorizationService(new NoAuthorizations())
                        .clientAuthentication(client -> client.authenticationProviders(providers -> {
                            providers.clear();
                            providers.add(signIn);
                        }))
                        .tokenEndpoint(tokens -> tokens.accessTokenRequestConverters(converters -> {
                            converters.clear();
                            converters.add(new AllScopesByDefault());
                        })))
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(withoutClient()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .tokenEndpoint(TOKENS)
                .jwkSetEndpoint(KEYS)
                .build();
    }

    @Bean
    JwtEncoder tokenEncoder(SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }

    /** Reads tokens of ours: signed by a published key, not over, of the right type and issuer. */
    @Bean
    JwtDecoder tokenDecoder(JWKSource<SecurityContext> keys, Issuer issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTypeValidator(TokenClaims.TYPE),
                new JwtTimestampValidator(),
                new JwtClaimValidator<Object>(
                        JwtClaimNames.ISS, claim -> claim != null && issuer.isOurs(claim.toString())))));
        return decoder;
    }

    /** A request for a token that names no client at all. */
    private static AuthenticationEntryPoint withoutClient() {
        return (request, response, failure) -> {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic");
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().print("{\"error\":\"invalid_client\"}");
        };
    }
}
