package io.heliograph.purchases;

import io.heliograph.purchases.PriceRefusedException.Reason;
import io.heliograph.purchases.stripe.StripeAmount;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money that can be charged.
 *
 * @param minor in the currency's minor unit, above zero: 5000 EUR is fifty euro, 5000 JPY five thousand yen
 * @param currency of ISO 4217, with a known number of decimals
 */
public record Price(long minor, Currency currency) {

    /** A price that can't be charged is a {@link PriceRefusedException}. */
    public Price {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new PriceRefusedException(Reason.UNKNOWN_CURRENCY);
        }
        if (minor <= 0) {
            throw new PriceRefusedException(Reason.NOT_ABOVE_ZERO);
        }
        if (minor > StripeAmount.max(currency)) {
            throw new PriceRefusedException(Reason.TOO_HIGH);
        }
        if (minor % StripeAmount.step(currency) != 0) {
            throw new PriceRefusedException(Reason.TOO_FINE);
        }
    }

    /** A price in minor units; anything that can't be charged is a {@link PriceRefusedException}. */
    public static Price of(long minor, String currencyCode) {
        return new Price(minor, currency(currencyCode));
    }

    /** A price as people write it, such as 49.90; anything that can't be charged is a {@link PriceRefusedException}. */
    public static Price of(BigDecimal amount, String currencyCode) {
        Currency currency = currency(currencyCode);
        BigDecimal minor = amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
        if (minor.compareTo(BigDecimal.valueOf(StripeAmount.max(currency))) > 0) {
            throw new PriceRefusedException(Reason.TOO_HIGH);
        }
        try {
            return new Price(minor.longValueExact(), currency);
        } catch (ArithmeticException fraction) {
            throw new PriceRefusedException(Reason.TOO_FINE);
        }
    }

    /** The amount in whole units of the currency, with all its decimals: 50.00, or 5000. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** What Stripe calls this amount. */
    long stripeAmount() {
        return StripeAmount.of(minor, currency);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new PriceRefusedException(Reason.UNKNOWN_CURRENCY);
        }
    }
}
