package io.heliograph.callbacks;

import io.heliograph.purchases.EventReceipt;
import io.heliograph.purchases.StripeEvents;
import io.heliograph.signin.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where Stripe tells of payments, of our own account and of the connected ones. The signature covers the body's bytes, so
 * they are read as they came; 200 says that the event is on disk.
 */
@Controller
@Anyone
class StripeEventsController {

    private static final int LARGEST_BODY = 1024 * 1024;

    private final StripeEvents events;
    private final Clock clock;

    StripeEventsController(StripeEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @PostMapping("/stripe/webhook")
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return text(HttpStatus.CONTENT_TOO_LARGE, "An event has 1 MiB at most");
        }
        String signature = Objects.requireNonNullElse(request.getHeader("Stripe-Signature"), "");
        EventReceipt receipt = events.receive(new String(body, StandardCharsets.UTF_8), signature, clock.instant());
        return switch (receipt) {
            case HANDLED, KEPT, REPEATED -> text(HttpStatus.OK, "OK");
            case REFUSED -> text(HttpStatus.BAD_REQUEST, "Not signed by Stripe");
        };
    }

    private static ResponseEntity<String> text(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
