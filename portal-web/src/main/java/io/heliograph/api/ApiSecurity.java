package io.heliograph.api;

import io.heliograph.apikeys.BearerTokens;
import io.heliograph.credentials.AnsweredCalls;
import io.heliograph.credentials.Credentials;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The filter chain of the REST API: bearer tokens, no session, no CSRF, mistakes as problems. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** Everything of the API is below this. */
    static final String ROOT = "/api/v1";

    @Bean
    @Order(20)
    SecurityFilterChain api(
            HttpSecurity http,
            List<BearerTokens> kinds,
            Problems problems,
            AnsweredCalls answered,
            Credentials credentials) {
        return http.securityMatcher(ROOT + "/**", ROOT)
                .addFilterAfter(new CallRecorder(answered, credentials), SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerSignIn(kinds, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(routes -> routes.requestMatchers(HttpMethod.GET, ROOT + "/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint((_, response, _) -> problems.write(
                        new ApiException(ErrorCode.UNAUTHENTICATED, "Send a key or token as Authorization: Bearer …"),
                        response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
