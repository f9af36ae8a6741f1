package io.heliograph.api;

import io.heliograph.credentials.Scope;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All routes of the API, from the mappings. */
@TestComponent
public class ApiRoutes {

    /** One of them, its path below {@code /api/v1}. */
    record Route(String method, String path, Scope scope, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    ApiRoutes(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    List<Route> all() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry ->
                        AnnotatedElementUtils.hasAnnotation(entry.getValue().getBeanType(), ApiResource.class))
                .map(entry -> route(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Route route(RequestMappingInfo info, HandlerMethod handler) {
        Needs own = handler.getMethodAnnotation(Needs.class);
        Needs needs =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class) : own;
        return new Route(
                info.getMethodsCondition().getMethods().iterator().next().name(),
                info.getPatternValues().iterator().next().substring(ApiSecurity.ROOT.length()),
                Objects.requireNonNull(needs).value(),
                handler);
    }
}
