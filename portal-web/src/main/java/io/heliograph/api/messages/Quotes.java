package io.heliograph.api.messages;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.NumberMistakes;
import io.heliograph.api.Numbers;
import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.text.Destination;
import io.heliograph.text.MessageText;
import io.heliograph.text.Msisdn;
import io.heliograph.text.SenderId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prices a request number by number, with the prices and the counting by which it would be charged. */
@Component
class Quotes {

    private final Rates rates;
    private final Wallets wallets;

    Quotes(Rates rates, Wallets wallets) {
        this.rates = rates;
        this.wallets = wallets;
    }

    /** @throws ApiException for more numbers than one request may have */
    QuoteView of(UUID accountId, QuoteRequest request) {
        MessageText text = MessageText.of(request.text());
        List<String> numbers = Numbers.distinct(request.to());
        if (numbers.size() > MessageRequest.MOST_NUMBERS) {
            throw NumberMistakes.tooMany(numbers.size(), MessageRequest.MOST_NUMBERS);
        }
        List<QuoteView.Line> lines =
                numbers.stream().map(number -> line(accountId, number, text)).toList();
        Credits price = lines.stream()
                .map(QuoteView.Line::price)
                .filter(Objects::nonNull)
                .reduce(Credits.ZERO, Credits::plus);
        Credits available = wallets.get(accountId).available();
        boolean sendable = text.isSendable()
                && (request.from() == null || SenderId.parse(request.from()).isPresent())
                && lines.stream().allMatch(line -> line.problem() == null)
                && price.compareTo(available) <= 0;
        return new QuoteView(
                Words.of(text.encoding()),
                text.units(),
                text.segments(),
                text.culprits().stream()
                        .map(culprit -> new QuoteView.UnicodeCharacter(
                                culprit.character(), culprit.name(), culprit.count(), culprit.lookAlike()))
                        .toList(),
                (int) lines.stream().filter(line -> line.problem() == null).count(),
                price,
                available,
                sendable,
                lines);
    }

    private QuoteView.Line line(UUID accountId, String number, MessageText text) {
        String encoding = Words.of(text.encoding());
        if (Msisdn.parse(number).isEmpty()) {
            return new QuoteView.Line(
                    number, Destination.UNKNOWN, encoding, text.segments(), null, ErrorCode.INVALID_NUMBER.text());
        }
        return rates.price(accountId, Product.SMS, number)
                .map(price -> priced(number, price, text))
                .orElseGet(() -> new QuoteView.Line(
                        number, Destination.of(number), encoding, text.segments(), null, ErrorCode.NO_ROUTE.text()));
    }

    private static QuoteView.Line priced(String number, Price price, MessageText text) {
        return new QuoteView.Line(
                number,
                Destination.of(number),
                Words.of(text.encoding()),
                text.segments(),
                price.total(text.segments()),
                text.isTooLong() ? ErrorCode.TEXT_TOO_LONG.text() : null);
    }
}
