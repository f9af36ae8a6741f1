package io.heliograph.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before the handlers of the API, and its own translation of failures behind them. */
@Configuration(proxyBeanMethods = false)
class ApiSettings implements WebMvcConfigurer {

    private final RateLimits limits;
    private final ScopeGuard guard;
    private final Bodies bodies;
    private final ApiFailures failures;

    ApiSettings(RateLimits limits, ScopeGuard guard, Bodies bodies, ApiFailures failures) {
        this.limits = limits;
        this.guard = guard;
        this.bodies = bodies;
        this.failures = failures;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits).addPathPatterns(ApiSecurity.ROOT + "/**");
        registry.addInterceptor(guard).addPathPatterns(ApiSecurity.ROOT + "/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallArguments());
        resolvers.add(bodies);
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(failures);
    }
}
