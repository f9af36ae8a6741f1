package io.heliograph.portal.packages;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.TypedCredits;
import io.heliograph.purchases.NewPackage;
import io.heliograph.purchases.Price;
import io.heliograph.purchases.PriceRefusedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A package, as typed. */
record PackageForm(String name, String credits, String price, String currency) {

    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "CHF", "AED", "AUD", "CAD", "CZK", "DKK", "EGP", "HUF", "INR", "JPY", "KES", "KWD",
            "MAD", "NOK", "PLN", "RON", "SAR", "SEK", "TND", "TRY", "ZAR");

    PackageForm {
        name = name == null ? "" : name.strip();
        credits = credits == null ? "" : credits.strip();
        price = price == null ? "" : price.strip();
        currency = currency == null || currency.isBlank() ? CURRENCIES.getFirst() : currency;
    }

    /** The currencies to choose from. */
    public List<String> currencies() {
        return CURRENCIES;
    }

    void check(Errors errors) {
        if (name.isEmpty()) {
            errors.rejectValue("name", "packages.name.missing");
        } else if (name.codePointCount(0, name.length()) > NewPackage.MAX_NAME) {
            errors.rejectValue("name", "packages.name.long");
        }
        if (amount() == null) {
            errors.rejectValue("credits", "packages.credits.wrong");
        }
        Optional<Credits> typed = TypedCredits.read(price);
        if (typed.isEmpty()) {
            errors.rejectValue("price", "packages.price.wrong");
            return;
        }
        try {
            Price.of(typed.get().decimal(), currency);
        } catch (PriceRefusedException refused) {
            errors.rejectValue("price", "packages.price." + refused.reason());
        }
    }

    /** Whole credits above zero; null while it is none. */
    @Nullable
    Credits amount() {
        return TypedCredits.read(credits)
                .filter(read -> read.isPositive()
                        && read.tenThousandths() % Credits.of(1).tenThousandths() == 0)
                .orElse(null);
    }

    /** What it costs; null while it can't be charged. */
    @Nullable
    Price money() {
        BigDecimal typed = TypedCredits.read(price).map(Credits::decimal).orElse(null);
        try {
            return typed == null ? null : Price.of(typed, currency);
        } catch (PriceRefusedException _) {
            return null;
        }
    }
}
