package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Calls per credential in windows of ten seconds, on all nodes together. A node takes shares of a window's calls from the
 * database and gives them out by itself: most calls cost no statement, and no window ever lets more through than it may.
 * Each answer says where the caller stands, in the {@code RateLimit} fields of the IETF's draft.
 */
@Component
class RateLimits implements HandlerInterceptor {

    static final Duration WINDOW = Duration.ofSeconds(10);

    private final Map<UUID, Share> shares = new ConcurrentHashMap<>();
    private final Allowances allowances;
    private final ApiProperties properties;
    private final Clock clock;

    RateLimits(Allowances allowances, ApiProperties properties, Clock clock) {
        this.allowances = allowances;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ApiCaller caller) {
            count(caller.credentialId(), response);
        }
        return true;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        Instant window = window(clock.instant());
        shares.values().removeIf(share -> share.window.isBefore(window));
        allowances.forget(window.minus(WINDOW.multipliedBy(6)));
    }

    private void count(UUID credentialId, HttpServletResponse response) {
        Instant now = clock.instant();
        Instant window = window(now);
        int limit = properties.callsPerWindow();
        long reset = Math.max(
                1, Math.ceilDiv(Duration.between(now, window.plus(WINDOW)).toMillis(), 1000L));
        int left = shares.compute(
                        credentialId,
                        (_, share) -> share == null || !share.window.equals(window) ? new Share(window) : share)
                .use(() -> allowances.take(credentialId, window, limit));
        response.setHeader("RateLimit-Policy", "\"calls\";q=" + limit + ";w=" + WINDOW.toSeconds());
        response.setHeader("RateLimit", "\"calls\";r=" + Math.max(0, left) + ";t=" + reset);
        if (left < 0) {
            throw new ApiException(
                            ErrorCode.RATE_LIMITED,
                            limit + " calls in " + WINDOW.toSeconds() + " seconds; go on in " + reset)
                    .retryAfter(reset);
        }
    }

    private static Instant window(Instant now) {
        long seconds = WINDOW.toSeconds();
        return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
    }

    /** What this node has of a window's calls. */
    private static final class Share {

        private final Instant window;
        private int calls;
        private int leftForAll = Integer.MAX_VALUE;

        Share(Instant window) {
            this.window = window;
        }

        /** Uses one call; how many are left, below zero if there was none. */
        synchronized int use(java.util.function.Supplier<Allowances.Taken> more) {
            if (calls == 0 && leftForAll > 0) {
                Allowances.Taken taken = more.get();
                calls = taken.calls();
                leftForAll = taken.left();
            }
            if (calls == 0) {
                return -1;
            }
            calls--;
            return calls + leftForAll;
        }
    }
}
