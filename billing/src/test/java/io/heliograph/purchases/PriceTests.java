package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.heliograph.purchases.PriceRefusedException.Reason;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTests {

    @ParameterizedTest
    @CsvSource({
        "50, EUR, 5000, 5000",
        "49.9, EUR, 4990, 4990",
        "0.01, USD, 1, 1",
        "999999.99, USD, 99999999, 99999999",
        "5000, JPY, 5000, 5000",
        "1.5, KWD, 1500, 1500",
        "1.25, BHD, 1250, 1250",
        "5000, UGX, 5000, 500000",
        "999999, ISK, 999999, 99999900",
        "12000, MGA, 1200000, 12000",
    })
    void knowsMinorUnitsAndStripesFigures(String amount, String currency, long minor, long stripe) {
        Price price = Price.of(new BigDecimal(amount), currency);

        assertThat(price.minor()).isEqualTo(minor);
        assertThat(price.stripeAmount()).isEqualTo(stripe);
        assertThat(price.amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "50, EURO, UNKNOWN_CURRENCY",
        "50, XXX, UNKNOWN_CURRENCY",
        "0, EUR, NOT_ABOVE_ZERO",
        "-1, EUR, NOT_ABOVE_ZERO",
        "1000000, EUR, TOO_HIGH",
        "1000000, UGX, TOO_HIGH",
        "1e30, EUR, TOO_HIGH",
        "0.001, EUR, TOO_FINE",
        "0.5, JPY, TOO_FINE",
        "1.255, KWD, TOO_FINE",
        "12000.5, MGA, TOO_FINE",
    })
    void refusesWhatNobodyCouldPay(BigDecimal amount, String currency, Reason reason) {
        assertThatExceptionOfType(PriceRefusedException.class)
                .isThrownBy(() -> Price.of(amount, currency))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
