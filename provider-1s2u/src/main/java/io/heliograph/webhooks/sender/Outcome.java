package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.http.Answer;
import io.heliograph.webhooks.http.Exchange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt. */
record Outcome(Claim claim, Exchange exchange) {

    private static final int GONE = 410;

    boolean isSuccess() {
        return exchange.isSuccess();
    }

    /** The receiver says that nothing shall ever come again. */
    boolean isGone() {
        return Integer.valueOf(GONE).equals(status());
    }

    int number() {
        return claim.tries() + 1;
    }

    @Nullable
    Integer status() {
        Answer answer = exchange.answer();
        return answer == null ? null : (Integer) answer.status();
    }

    @Nullable
    Duration retryAfter() {
        Answer answer = exchange.answer();
        return answer == null ? null : answer.retryAfter();
    }
}
