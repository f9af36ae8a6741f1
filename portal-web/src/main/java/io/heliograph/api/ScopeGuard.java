package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import io.heliograph.credentials.Scope;
import io.heliograph.tenants.NoSuchTenantException;
import io.heliograph.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Asks before every handler of the API for its scope, and finds the account that is acted for. */
@Component
class ScopeGuard implements HandlerInterceptor, SmartInitializingSingleton {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + Call.LONGEST_KEY + "}");

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;
    private final Tenants tenants;

    ScopeGuard(ObjectProvider<RequestMappingInfoHandlerMapping> mappings, Tenants tenants) {
        this.mappings = mappings;
        this.tenants = tenants;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOfTheApi(method)) {
            Scope scope = scope(method);
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (scope == null
                    || authentication == null
                    || !(authentication.getPrincipal() instanceof ApiCaller caller)) {
                throw new ApiException(ErrorCode.UNAUTHENTICATED, "Send a key or token as Authorization: Bearer …");
            }
            ask(caller, scope);
            request.setAttribute(
                    Call.ATTRIBUTE,
                    new Call(
                            caller,
                            account(caller, request),
                            request.getMethod() + " " + request.getRequestURI(),
                            key(request)));
        }
        return true;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> silent = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> isOfTheApi(method) && scope(method) == null)
                .map(HandlerMethod::toString)
                .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException("Handlers of the API that do not say what they need: " + silent);
        }
    }

    private UUID account(ApiCaller caller, HttpServletRequest request) {
        String named = request.getHeader(Call.ACCOUNT_HEADER);
        if (named == null || named.equals(caller.tenantId().toString())) {
            return caller.tenantId();
        }
        ask(caller, Scope.CUSTOMERS);
        try {
            return tenants.within(caller.tenantId(), UUID.fromString(named)).id();
        } catch (NoSuchTenantException | IllegalArgumentException _) {
            throw new ApiException(ErrorCode.ACCOUNT_NOT_FOUND, Call.ACCOUNT_HEADER + " names no account below yours");
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader(Call.KEY_HEADER);
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ApiException(
                    ErrorCode.MALFORMED_PARAMETER,
                    Call.KEY_HEADER + " has 1 to " + Call.LONGEST_KEY + " letters, digits and signs of ASCII");
        }
        return key;
    }

    private static void ask(ApiCaller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw new ApiException(ErrorCode.MISSING_SCOPE, "This needs the scope " + scope.text())
                    .with("scope", scope.text());
        }
    }

    private static boolean isOfTheApi(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ApiResource.class);
    }

    private static @Nullable Scope scope(HandlerMethod method) {
        Needs own = method.getMethodAnnotation(Needs.class);
        Needs needs = own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class) : own;
        return needs == null ? null : needs.value();
    }
}
