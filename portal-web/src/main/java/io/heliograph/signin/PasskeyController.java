package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, or adding one as the second step to a sign-in. Browsers' scripts call it. */
@Controller
@Anyone
@RequestMapping(path = "/login/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
class PasskeyController {

    private static final int TRIES_PER_ADDRESS = 100;

    private final PasskeyExchange exchange;
    private final Principals principals;
    private final SigningIn signingIn;
    private final Throttle throttle;

    PasskeyController(PasskeyExchange exchange, Principals principals, SigningIn signingIn, Throttle throttle) {
        this.exchange = exchange;
        this.principals = principals;
        this.signingIn = signingIn;
        this.throttle = throttle;
    }

    @PostMapping("/options")
    @ResponseBody
    String ask(HttpServletRequest request, @Nullable Authentication who) {
        return exchange.request(request, who);
    }

    @PostMapping
    ResponseEntity<Map<String, String>> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication present,
            @RequestBody String answer) {
        if (!throttle.allows("passkey:" + request.getRemoteAddr(), TRIES_PER_ADDRESS)) {
            return refused();
        }
        Optional<SignedIn> who = exchange.answered(request, answer).flatMap(principals::current);
        if (who.isEmpty()) {
            return refused();
        }
        UUID userId = who.get().userId();
        if (present instanceof SignInToken token) {
            if (!userId.equals(token.getPrincipal().userId())) {
                return refused();
            }
            signingIn.further(token, Factors.PASSKEY, request, response);
        } else {
            signingIn.first(who.get(), Factors.PASSKEY, request, response);
        }
        return ResponseEntity.ok(Map.of("next", signingIn.next(request, response)));
    }

    private static ResponseEntity<Map<String, String>> refused() {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of());
    }
}
