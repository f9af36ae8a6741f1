package io.heliograph.dispatch;

import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.Upstream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A username at 1s2u with its limits.
 *
 * @param dlrToken the unguessable part of the callback address (contract D5)
 * @param dlrSources addresses that may call back; empty for any
 * @param requestsPerSecond over all nodes, 1 to 10,000; 1s2u's own limit is 30
 * @param requestsInFlight of one node, 1 to 1,000
 * @param numbersPerRequest 1 to 30; 1s2u allows 15, and some accounts 30 (contract S4)
 * @param timeout for one request, from connect to the last byte of the answer
 * @param uncertaintyWindow how long an unanswered message waits for a report (contract S9)
 * @param lowBalance an alert is raised below it; null for none
 */
public record ProviderAccount(
        UUID id,
        String name,
        String baseUrl,
        String username,
        String password,
        String dlrToken,
        List<String> dlrSources,
        int requestsPerSecond,
        int requestsInFlight,
        int numbersPerRequest,
        UnicodeForm unicodeForm,
        Duration timeout,
        Duration uncertaintyWindow,
        @Nullable BigDecimal lowBalance) {

    static final int MAX_REQUESTS_PER_SECOND = 10_000;
    static final int MAX_REQUESTS_IN_FLIGHT = 1_000;
    static final int MAX_NUMBERS_PER_REQUEST = 30;

    public ProviderAccount {
        requireWithin("requests per second", requestsPerSecond, MAX_REQUESTS_PER_SECOND);
        requireWithin("requests in flight", requestsInFlight, MAX_REQUESTS_IN_FLIGHT);
        requireWithin("numbers per request", numbersPerRequest, MAX_NUMBERS_PER_REQUEST);
        dlrSources = List.copyOf(dlrSources);
    }

    /** What the client needs to speak for this account. */
    public Upstream upstream() {
        return new Upstream(baseUrl, username, password, unicodeForm, timeout);
    }

    /** The same with so many numbers a request. */
    public ProviderAccount withNumbersPerRequest(int numbers) {
        return new ProviderAccount(
                id,
                name,
                baseUrl,
                username,
                password,
                dlrToken,
                dlrSources,
                requestsPerSecond,
                requestsInFlight,
                numbers,
                unicodeForm,
                timeout,
                uncertaintyWindow,
                lowBalance);
    }

    @Override
    public String toString() {
        return "ProviderAccount[" + name + ", " + id + "]";
    }

    private static void requireWithin(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("The " + what + " are 1 to " + max + ", not " + value);
        }
    }
}
