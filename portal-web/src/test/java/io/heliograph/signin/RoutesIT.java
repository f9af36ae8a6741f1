package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.TenantKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every route with every kind of tenant, every role and a stranger's ids. */
@PortalTest
class RoutesIT {

    private static final Map<TenantKind, String> HOMES = Map.of(
            TenantKind.OPERATOR, "operator@heliograph.test",
            TenantKind.RESELLER, "reseller@northwind.test",
            TenantKind.CUSTOMER, "customer@alpine.test");

    @Autowired
    MockMvcTester browser;

    @Autowired
    ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    People people;

    @Autowired
    Principals principals;

    @Autowired
    ApplicationContext context;

    Strangers strangers;

    @BeforeEach
    void strangersHaveThings() {
        strangers = new Strangers(context);
    }

    @Test
    void everyRouteKeepsOutOtherKindsOtherRolesAndStrangers() {
        List<SignedIn> everybody = everybody();
        List<String> wrong = new ArrayList<>();

        for (Route route : routes()) {
            for (SignedIn who : everybody) {
                check(route, who, wrong);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRouteSendsWhoIsNotSignedInToTheSignIn() {
        List<String> open = routes().stream()
                .filter(route -> browser.perform(MockMvcRequestBuilders.request(route.method(), path(route, null))
                                        .accept("text/html")
                                        .with(csrf()))
                                .getResponse()
                                .getStatus()
                        != 302)
                .map(Route::toString)
                .toList();

        assertThat(open).isEmpty();
    }

    /** One's own customer does not open the way to a stranger's message, person or anything else below it. */
    @Test
    void everyRouteKeepsStrangersThingsOutFromUnderOnesOwn() {
        List<SignedIn> owners =
                everybody().stream().filter(who -> who.role() == Role.OWNER).toList();
        List<String> wrong = new ArrayList<>();

        for (Route route : routes().stream().filter(Route::isNested).toList()) {
            owners.stream()
                    .filter(who -> Arrays.asList(route.rule().kinds()).contains(who.tenantKind()))
                    .forEach(who -> check(route, nestedPath(route.pattern()), who, wrong));
        }

        assertThat(wrong).isEmpty();
        assertThat(routes().stream().filter(Route::isNested)).isNotEmpty();
    }

    private void check(Route route, SignedIn who, List<String> wrong) {
        check(route, path(route, who), who, wrong);
    }

    private void check(Route route, String path, SignedIn who, List<String> wrong) {
        int status = browser.perform(MockMvcRequestBuilders.request(route.method(), path)
                        .param("v", "seen")
                        .accept("text/html")
                        .with(authentication(new SignInToken(who)))
                        .with(csrf()))
                .getResponse()
                .getStatus();
        boolean right;
        if (!Arrays.asList(route.rule().kinds()).contains(who.tenantKind())) {
            right = status == 404;
        } else if (!who.may(route.rule().value())) {
            right = status == 403;
        } else if (route.pattern().contains("{")) {
            right = status == 404 || status == 400;
        } else {
            right = status < 500 && status != 403 && status != 404;
        }
        if (!right) {
            wrong.add(route + " as " + who.role() + " of a " + who.tenantKind() + ": " + status);
        }
    }

    /** {@code /customers/{own}/messages/{stranger's}}. */
    private String nestedPath(String pattern) {
        int first = pattern.indexOf('{');
        int second = pattern.indexOf('{', first + 1);
        String between = pattern.substring(pattern.indexOf('}') + 1, second);
        return pattern.substring(0, first)
                + strangers.ownIdFor(pattern.substring(0, first))
                + between
                + strangers.idFor(between)
                + pattern.substring(pattern.indexOf('}', second) + 1);
    }

    /** For the operator, below whom nobody is a stranger, an id that there is not. */
    private String path(Route route, @Nullable SignedIn who) {
        String path = route.pattern();
        int start = path.indexOf('{');
        if (start < 0) {
            return path;
        }
        String prefix = path.substring(0, start);
        UUID known = strangers.idFor(prefix);
        UUID id = who != null && who.tenantKind() == TenantKind.OPERATOR ? UUID.randomUUID() : known;
        return path.replaceFirst("\\{[^}]+}", id.toString())
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private List<SignedIn> everybody() {
        return HOMES.values().stream()
                .map(people::tenantOf)
                .flatMap(tenant -> Arrays.stream(Role.values())
                        .map(role -> people.user(tenant, role).id()))
                .map(id -> principals.current(id).orElseThrow())
                .toList();
    }

    private List<Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.heliograph."))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        MayUse rule = handler.hasMethodAnnotation(Anyone.class) ? null : handler.getMethodAnnotation(MayUse.class);
        MayUse ofType = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), MayUse.class);
        MayUse effective = rule == null ? ofType : rule;
        if (effective == null) {
            return Stream.empty();
        }
        List<RequestMethod> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of(RequestMethod.GET)
                : List.copyOf(info.getMethodsCondition().getMethods());
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.stream().map(method -> new Route(method.asHttpMethod(), pattern, effective)));
    }

    private record Route(HttpMethod method, String pattern, MayUse rule) {

        boolean isNested() {
            return pattern.indexOf('{') < pattern.lastIndexOf('{');
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
