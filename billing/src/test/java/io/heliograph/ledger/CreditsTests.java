package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 10000, 1",
        "1.25, 12500, 1.25",
        "1.2500, 12500, 1.25",
        "0.0001, 1, 0.0001",
        "-0.0001, -1, -0.0001",
        "-0, 0, 0",
        "007, 70000, 7",
        "100000, 1000000000, 100000",
        "922337203685477.5807, 9223372036854775807, 922337203685477.5807",
        "-922337203685477.5808, -9223372036854775808, -922337203685477.5808",
    })
    void readsAndWritesPlainNumbers(String text, long tenThousandths, String written) {
        Credits credits = Credits.parse(text);

        assertThat(credits).isEqualTo(new Credits(tenThousandths));
        assertThat(credits).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "+1", "1.", ".5", "1,5", "1.23456", "1e3", "0x1", "NaN", "--1", "١", "1.2.3"})
    void refusesWhatIsNoPlainNumber(String text) {
        assertThatThrownBy(() -> Credits.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"922337203685477.5808", "-922337203685477.5809", "9999999999999999999"})
    void refusesNumbersOutOfRange(String text) {
        assertThatThrownBy(() -> Credits.parse(text)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverWrapsAround() {
        Credits most = new Credits(Long.MAX_VALUE);
        Credits least = new Credits(Long.MIN_VALUE);
        Credits smallest = new Credits(1);

        assertThatThrownBy(() -> most.plus(smallest)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(smallest)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negate).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Credits.of(922_337_203_685_478L)).isInstanceOf(ArithmeticException.class);
        assertThat(Credits.of(922_337_203_685_477L)).hasToString("922337203685477");
    }

    @Test
    void saysItsUnitInEnglish() {
        assertThat(Credits.of(1).inEnglish()).isEqualTo("1 credit");
        assertThat(Credits.parse("0.5").inEnglish()).isEqualTo("0.5 credits");
        assertThat(Credits.ZERO.inEnglish()).isEqualTo("0 credits");
    }

    @Test
    void countsAndCompares() {
        Credits price = Credits.parse("1.25");

        assertThat(price.plus(Credits.of(1))).isEqualTo(Credits.parse("2.25"));
        assertThat(price.minus(Credits.of(2))).isEqualTo(Credits.parse("-0.75"));
        assertThat(price.times(3)).isEqualTo(Credits.parse("3.75"));
        assertThat(price.negate()).isEqualTo(Credits.parse("-1.25"));
        assertThat(price.decimal()).isEqualByComparingTo("1.25");
        assertThat(price).isGreaterThan(Credits.of(1)).isLessThan(Credits.of(2));
        assertThat(price.isPositive()).isTrue();
        assertThat(price.negate().isNegative()).isTrue();
        assertThat(Credits.ZERO.isZero()).isTrue();
        assertThat(Credits.ZERO.isPositive() || Credits.ZERO.isNegative()).isFalse();
    }

    @Test
    void writesWhatItReadsBack() {
        new Random(7)
                .longs(1_000)
                .mapToObj(Credits::new)
                .forEach(
                        credits -> assertThat(Credits.parse(credits.toString())).isEqualTo(credits));
    }

    @Test
    void losesNothingOnTheWayThereAndBack() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Credits credits = new Credits(random.nextInt());
            Credits other = new Credits(random.nextInt());
            int times = random.nextInt(1_000);

            assertThat(credits.plus(other).minus(other)).isEqualTo(credits);
            assertThat(credits.times(times).plus(credits)).isEqualTo(credits.times(times + 1L));
        }
    }
}
