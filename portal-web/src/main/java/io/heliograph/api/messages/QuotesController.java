package io.heliograph.api.messages;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /messages/quote}: a dry run; nothing is kept or charged. */
@ApiResource
class QuotesController {

    private final Quotes quotes;
    private final Once once;

    QuotesController(Quotes quotes, Once once) {
        this.quotes = quotes;
        this.once = once;
    }

    @PostMapping("/api/v1/messages/quote")
    @Needs(Scope.MESSAGES_WRITE)
    ResponseEntity<String> quote(Call call, @Body QuoteRequest request) {
        return once.inTransaction(call, request, () -> Answer.ok(quotes.of(call.accountId(), request)));
    }
}
