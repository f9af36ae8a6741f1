package io.heliograph.email;

import io.heliograph.text.Msisdn;
import io.heliograph.text.Recipients;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail goes that is to become a message: {@code <number>@<domain>}, or {@code <number>.<secret>@<domain>}.
 *
 * @param number as it was written
 * @param secret of the customer; null without one
 * @param domain small letters
 */
public record SmsAddress(String number, @Nullable String secret, String domain) {

    private static final Pattern WITH_SECRET = Pattern.compile("(.+)\\.([a-zA-Z2-7]{26})");

    /** Reads an address; empty when it has no domain. */
    public static Optional<SmsAddress> parse(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || at == address.length() - 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        Matcher secret = WITH_SECRET.matcher(local);
        return Optional.of(
                secret.matches()
                        ? new SmsAddress(secret.group(1), secret.group(2), domain)
                        : new SmsAddress(local, null, domain));
    }

    /** The number as digits of E.164; written with {@code +}, {@code 00} or dashes it is the same. */
    public Optional<String> msisdn() {
        List<Msisdn> numbers = Recipients.parse(number).ready();
        return numbers.size() == 1 ? Optional.of(numbers.getFirst().digits()) : Optional.empty();
    }
}
