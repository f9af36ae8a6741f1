package io.heliograph.monitoring;

import io.heliograph.db.ConditionalOnSandbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** {@code /actuator/prometheus}: for who has the token, or for everybody in the sandbox. */
@Configuration(proxyBeanMethods = false)
class Scraping {

    private static final String SCHEME = "Bearer ";

    /** There while meters without a token are open to all. */
    record Open() {}

    @Bean
    @ConditionalOnSandbox
    Open openInSandbox() {
        return new Open();
    }

    @Bean
    @Order(0)
    SecurityFilterChain scrapers(HttpSecurity http, MetricsProperties properties, ObjectProvider<Open> open) {
        boolean isOpen = open.getIfAvailable() != null;
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(routes -> routes.anyRequest()
                        .access((_, request) -> new AuthorizationDecision(mayRead(
                                properties.token(),
                                isOpen,
                                request.getRequest().getHeader(HttpHeaders.AUTHORIZATION)))))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    /** A measurement of each filter of each request costs more than most filters, and tells nobody anything. */
    @Bean
    SecurityObservationSettings filtersUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Whether a request with this header may read the meters. */
    static boolean mayRead(@Nullable String token, boolean open, @Nullable String authorization) {
        if (token == null || token.isBlank()) {
            return open;
        }
        return authorization != null
                && MessageDigest.isEqual(
                        (SCHEME + token).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }
}
