package io.heliograph.submissions;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Instructions;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Price;
import io.heliograph.secrets.Sha256;
import io.heliograph.text.MessageText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A request that is in form, with the price of each of its numbers.
 *
 * @param prices by number, of one segment each
 * @param accountId the provider account by which it will leave
 */
record PricedRequest(SubmissionRequest request, MessageText text, Map<String, Price> prices, UUID accountId) {

    Credits price() {
        return prices.values().stream().map(this::price).reduce(Credits.ZERO, Credits::plus);
    }

    Credits price(Price unit) {
        return unit.total(text.segments());
    }

    List<Charges.Item> items() {
        return prices.values().stream()
                .map(price -> new Charges.Item(price, text.segments()))
                .toList();
    }

    int segments() {
        return text.segments() * prices.size();
    }

    /** SHA-256 in hex of what is asked for: sender, text, numbers and instructions. */
    String hash() {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes(request.sender()));
        digest.update(bytes(text.text()));
        request.msisdns().forEach(msisdn -> digest.update(bytes(msisdn)));
        if (!request.instructions().equals(Instructions.NONE)) {
            digest.update(bytes(request.instructions().toString()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(String part) {
        return (part + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
