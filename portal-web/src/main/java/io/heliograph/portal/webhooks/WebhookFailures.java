package io.heliograph.portal.webhooks;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Words;
import io.heliograph.webhooks.EndpointStateException;
import io.heliograph.webhooks.NoSuchDeliveryException;
import io.heliograph.webhooks.NoSuchEndpointException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What these screens answer when something is not there any more, or stands otherwise than it did. */
@ControllerAdvice(basePackageClasses = WebhookFailures.class)
class WebhookFailures {

    private final Words words;

    WebhookFailures(Words words) {
        this.words = words;
    }

    @ExceptionHandler({NoSuchEndpointException.class, NoSuchDeliveryException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** Somebody else was faster, or a second click came late: back to how it stands now. */
    @ExceptionHandler
    String otherwise(EndpointStateException failure, HttpServletRequest request, RedirectAttributes redirect) {
        Flash.alert(redirect, "webhooks.otherwise", words.of("webhooks.endpoint." + failure.state()));
        String home =
                request.getRequestURI().startsWith("/webhooks/deliveries/") ? "/webhooks/deliveries/" : "/webhooks/";
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? "redirect:" + home + map.get("id") : "redirect:/webhooks";
    }
}
