package io.heliograph.portal.prices;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.TypedCredits;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A price, as typed.
 *
 * @param customer whom it is for; null for everyone
 * @param prefix in any form: {@code +44 77}, {@code 0044}; empty for everywhere
 */
record PriceForm(@Nullable UUID customer, @Nullable Product product, String prefix, String price) {

    private static final Pattern SIGNS = Pattern.compile("[\\s()./-]");
    private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,17}|");

    PriceForm {
        product = product == null ? Product.SMS : product;
        prefix = prefix == null ? "" : prefix.strip();
        price = price == null ? "" : price.strip();
    }

    void check(Errors errors) {
        if (!PREFIX.matcher(digits()).matches()) {
            errors.rejectValue("prefix", "prices.prefix.wrong");
        }
        Optional<Credits> read = TypedCredits.read(price);
        if (read.isEmpty()) {
            errors.rejectValue("price", price.isEmpty() ? "prices.price.missing" : "prices.price.wrong");
        } else if (read.get().compareTo(PriceLists.MAX_PRICE) > 0) {
            errors.rejectValue("price", "prices.price.high");
        }
    }

    /** The prefix in digits, without plus or leading zeros of the international form. */
    String digits() {
        return SIGNS.matcher(prefix).replaceAll("").replaceFirst("^(\\+|00)", "");
    }

    boolean hasPrefix() {
        return PREFIX.matcher(digits()).matches();
    }

    Credits credits() {
        return TypedCredits.read(price).orElse(Credits.ZERO);
    }
}
