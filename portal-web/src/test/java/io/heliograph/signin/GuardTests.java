package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class GuardTests {

    @Test
    void portalDoesNotStartWithAHandlerThatSaysNothingOfWhoMayUseIt() {
        Guard guard = guardOver(Silent.class);

        assertThatThrownBy(guard::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Silent#page");
    }

    @Test
    void portalStartsWhenEveryHandlerSaysIt() {
        Guard guard = guardOver(Spoken.class);

        assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    private static Guard guardOver(Class<?> controller) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        context.registerSingleton("mapping", RequestMappingHandlerMapping.class);
        context.refresh();
        return new Guard(context.getBeanProvider(RequestMappingInfoHandlerMapping.class));
    }

    @Controller
    static class Silent {

        @GetMapping("/silent")
        String page() {
            return "silent";
        }
    }

    @Controller
    @MayUse(Permission.LOOK)
    static class Spoken {

        @GetMapping("/spoken")
        String page() {
            return "spoken";
        }

        @Anyone
        @GetMapping("/open")
        String open() {
            return "open";
        }
    }
}
