package io.heliograph.dispatch;

import io.heliograph.provider.SubmitResult;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Pauses an account that answers {@code 00}, {@code 0020} or nothing at all, for longer each time, and lets it go on
 * with its first good answer (contract S9). Its queue is kept.
 */
@Component
class Breaker {

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration TOO_FAST_PAUSE = Duration.ofSeconds(1);

    /** Requests in a row without any answer before the account counts as away. */
    private static final int SILENT_AT_MOST = 5;

    private final AccountHealth health;
    private final ApplicationEventPublisher events;
    private final Map<UUID, AtomicInteger> silent = new ConcurrentHashMap<>();

    Breaker(AccountHealth health, ApplicationEventPublisher events) {
        this.health = health;
        this.events = events;
    }

    void observe(OutgoingRequest request, SubmitResult result) {
        switch (result) {
            case SubmitResult.AccountRefused refused -> pause(request, "1s2u answered " + refused.code());
            case SubmitResult.NotSent notSent -> {
                switch (notSent.reason()) {
                    case NO_CONNECTION -> silence(request, notSent.raw());
                    case TOO_MANY_REQUESTS -> tooFast(request);
                    case TEMPORARILY_UNAVAILABLE, OVERLOADED -> answered(request);
                }
            }
            case SubmitResult.Uncertain uncertain -> silence(request, uncertain.why());
            case SubmitResult.Submitted _, SubmitResult.Rejected _ -> answered(request);
        }
    }

    private void silence(OutgoingRequest request, String why) {
        if (request.strikes() > 0 || counter(request).incrementAndGet() >= SILENT_AT_MOST) {
            counter(request).set(0);
            pause(request, why);
        }
    }

    private void tooFast(OutgoingRequest request) {
        counter(request).set(0);
        health.rest(request.account().id(), request.strikes(), TOO_FAST_PAUSE);
    }

    private void answered(OutgoingRequest request) {
        counter(request).set(0);
        if (request.strikes() > 0 && health.recovered(request.account().id())) {
            log.info("{} answers again", request.account());
            events.publishEvent(new AccountRecovered(
                    request.account().id(), request.account().name()));
        }
    }

    private void pause(OutgoingRequest request, String why) {
        ProviderAccount account = request.account();
        Duration pause = Backoff.after(request.strikes() + 1, FIRST_PAUSE, LONGEST_PAUSE);
        if (health.pause(account.id(), request.strikes(), pause, why)) {
            log.warn("{} is paused for {} s: {}", account, pause.toSeconds(), why);
            events.publishEvent(new AccountPaused(account.id(), account.name(), why, request.strikes() + 1));
        }
    }

    private AtomicInteger counter(OutgoingRequest request) {
        return silent.computeIfAbsent(request.account().id(), _ -> new AtomicInteger());
    }
}
