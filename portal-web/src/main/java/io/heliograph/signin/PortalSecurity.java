package io.heliograph.signin;

import io.github.wimdeblauwe.htmx.spring.boot.security.HxRefreshHeaderAuthenticationEntryPoint;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * The filter chains: machine routes and static files without session and CSRF, everything else as pages for people. Tokens
 * and the REST API have chains of their own between the two.
 */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    /** These check credentials of their own. */
    private static final String[] MACHINE_ROUTES = {
        "/bulksms",
        "/checkbalance",
        "/hlr",
        "/stripe/webhook",
        "/actuator/health/**",
        "/.well-known/oauth-authorization-server"
    };

    private static final String[] STATIC_FILES = {
        "/webjars/**", "/assets/**", "/theme/**", "/favicon.ico", "/robots.txt"
    };

    private static final String[] BEFORE_SIGN_IN = {
        "/login", "/login/**", "/password/**", "/invitations/**", "/sandbox/**", "/docs/**", "/error"
    };

    /** 1s2u's own calls name an account by a token in the address, and there are thousands a second: no filter at all. */
    @Bean
    @Order(0)
    SecurityFilterChain deliveryReports() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/dlr/**"), List.of());
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) {
        return withoutSession(http.securityMatcher(MACHINE_ROUTES));
    }

    @Bean
    @Order(2)
    SecurityFilterChain staticFiles(HttpSecurity http) {
        return withoutSession(http.securityMatcher(STATIC_FILES));
    }

    @Bean
    @Order(100)
    SecurityFilterChain people(
            HttpSecurity http,
            Principals principals,
            StandIns standIns,
            SigningIn signingIn,
            StepRules steps,
            PasswordSignIn signIn,
            SignOuts signOuts,
            WantedPage wanted,
            ContentSecurityPolicy policy) {
        return http.authorizeHttpRequests(routes -> routes.requestMatchers(BEFORE_SIGN_IN)
                        .permitAll()
                        .anyRequest()
                        .access(steps))
                .authenticationProvider(signIn)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new Arrival(wanted))
                        .failureForwardUrl("/login/refused"))
                .logout(logout -> logout.addLogoutHandler(signOuts).logoutSuccessUrl("/login?left"))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.requestCache(wanted))
                .addFilterBefore(new StillWelcome(principals, standIns, signingIn), AnonymousAuthenticationFilter.class)
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new HxRefreshHeaderAuthenticationEntryPoint(), fromHtmx())
                        .defaultDeniedHandlerForMissingAuthority(
                                new StepEntryPoint("/login/second", wanted), Factors.SECOND_STEP)
                        .defaultDeniedHandlerForMissingAuthority(
                                new StepEntryPoint("/login/second", wanted), Factors.FRESH_SIGN_IN)
                        .defaultDeniedHandlerForMissingAuthority(
                                new StepEntryPoint("/security", wanted), StepRules.SET_UP))
                .headers(headers -> strict(headers, policy))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Two requests of one session at once do not fail on each other's attributes. */
    @Bean
    MySqlJdbcIndexedSessionRepositoryCustomizer sessionsOfParallelRequests() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static SecurityFilterChain withoutSession(HttpSecurity http) {
        return http.authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers, ContentSecurityPolicy policy) {
        headers.addHeaderWriter(policy)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        features -> features.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    /** A cookie, so that a page that was open for hours before the sign-in still works, and no visitor costs a session. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("csrf");
        cookie.setCookieCustomizer(flags -> flags.httpOnly(true).sameSite("Lax"));
        return cookie;
    }

    private static RequestMatcher fromHtmx() {
        return new RequestHeaderRequestMatcher("HX-Request");
    }
}
