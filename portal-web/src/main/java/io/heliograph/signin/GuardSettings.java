package io.heliograph.signin;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link Guard} before all handlers. */
@Configuration(proxyBeanMethods = false)
class GuardSettings implements WebMvcConfigurer {

    private final Guard guard;

    GuardSettings(Guard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }
}
