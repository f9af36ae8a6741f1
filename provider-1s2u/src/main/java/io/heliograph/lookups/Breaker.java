package io.heliograph.lookups;

import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.provider.HlrResult;
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
 * Pauses the lookups of an account that has no HLR credits, is not let in, or is not answered at all, for longer each
 * time, and lets them go on with the first good answer. The queue is kept, and messages go on (contract H4).
 */
@Component
class Breaker {

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration TOO_FAST_REST = Duration.ofSeconds(1);

    /** Requests in a row without any answer before the account counts as away. */
    private static final int SILENT_AT_MOST = 10;

    private final AccountRows accounts;
    private final ApplicationEventPublisher events;
    private final Map<UUID, AtomicInteger> silent = new ConcurrentHashMap<>();

    Breaker(AccountRows accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    void observe(HlrRequest request, HlrResult result) {
        switch (result) {
            case HlrResult.AccountRefused refused -> pause(request, "1s2u answered: " + refused.why());
            case HlrResult.NotAsked notAsked -> {
                switch (notAsked.reason()) {
                    case NO_CONNECTION -> silence(request, notAsked.raw());
                    case TOO_MANY_REQUESTS -> accounts.rest(request.account().id(), TOO_FAST_REST);
                    case OVERLOADED -> answered(request);
                }
            }
            case HlrResult.Unanswered unanswered -> silence(request, unanswered.why());
            case HlrResult.Answered _, HlrResult.BadNumber _ -> answered(request);
        }
    }

    private void silence(HlrRequest request, String why) {
        if (request.strikes() > 0 || counter(request).incrementAndGet() >= SILENT_AT_MOST) {
            counter(request).set(0);
            pause(request, why);
        }
    }

    private void answered(HlrRequest request) {
        counter(request).set(0);
        ProviderAccount account = request.account();
        if (request.strikes() > 0 && accounts.recovered(account.id())) {
            log.info("Lookups of {} are answered again", account);
            events.publishEvent(new LookupsRecovered(account.id(), account.name()));
        }
    }

    private void pause(HlrRequest request, String why) {
        ProviderAccount account = request.account();
        long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(request.strikes(), 20));
        if (accounts.pause(account.id(), request.strikes(), Duration.ofMillis(millis), why)) {
            log.warn("Lookups of {} are paused for {} s: {}", account, millis / 1_000, why);
            events.publishEvent(new LookupsPaused(account.id(), account.name(), why, request.strikes() + 1));
        }
    }

    private AtomicInteger counter(HlrRequest request) {
        return silent.computeIfAbsent(request.account().id(), _ -> new AtomicInteger());
    }
}
