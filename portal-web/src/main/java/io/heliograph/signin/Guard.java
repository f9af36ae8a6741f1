package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Asks before every handler of ours whether this person may use it, and before the start whether every handler says who may. */
@Component
class Guard implements HandlerInterceptor, SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    Guard(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method) || isOpen(method)) {
            return true;
        }
        MayUse rule = rule(method);
        if (rule == null || !(person() instanceof SignedIn who)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return false;
        }
        if (!Arrays.asList(rule.kinds()).contains(who.tenantKind())) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        if (!who.may(rule.value()) || (who.standIn() != null && isInPerson(method))) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return false;
        }
        return true;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> silent = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(Guard::isOurs)
                .filter(method -> !isOpen(method) && rule(method) == null)
                .map(HandlerMethod::toString)
                .distinct()
                .sorted()
                .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException("Handlers that say neither @MayUse nor @Anyone: " + silent);
        }
    }

    private static @Nullable Object person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("io.heliograph.");
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Anyone.class)
                || (!method.hasMethodAnnotation(MayUse.class)
                        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Anyone.class));
    }

    private static boolean isInPerson(HandlerMethod method) {
        return method.hasMethodAnnotation(InPerson.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), InPerson.class);
    }

    private static @Nullable MayUse rule(HandlerMethod method) {
        MayUse own = method.getMethodAnnotation(MayUse.class);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), MayUse.class) : own;
    }
}
