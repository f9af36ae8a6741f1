package io.heliograph.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ledger.Credits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class FmtTests {

    private final Fmt fmt = at("2026-03-03T10:15:00Z");

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @Test
    void creditsAreExactWithoutTrailingZeros() {
        assertThat(fmt.credits(12_040_000)).isEqualTo("1,204");
        assertThat(fmt.credits(12_500)).isEqualTo("1.25");
        assertThat(fmt.credits(1)).isEqualTo("0.0001");
        assertThat(fmt.credits(-5_000)).isEqualTo("\u22120.5");
        assertThat(fmt.credits(10_000, 2)).isEqualTo("1.00");
        assertThat(fmt.credits(12_345, 2)).isEqualTo("1.2345");
    }

    @Test
    void amountsInSentencesKnowTheirPlural() {
        assertThat(fmt.inCredits(10_000)).isEqualTo("1 credit");
        assertThat(fmt.inCredits(new BigDecimal("1.00"))).isEqualTo("1 credit");
        assertThat(fmt.inCredits(Credits.ZERO)).isEqualTo("0 credits");
        assertThat(fmt.inCredits(5_000)).isEqualTo("0.5 credits");
        assertThat(fmt.inCredits(10_001)).isEqualTo("1.0001 credits");
        assertThat(fmt.inCredits(10_000_000)).isEqualTo("1,000 credits");
        assertThat(fmt.inCredits(-10_000)).isEqualTo("\u22121 credits");
    }

    @Test
    void amountsInMailsAreInTheLanguageOfTheMail() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(fmt.inCredits(new BigDecimal("1000.5"), Locale.ENGLISH)).isEqualTo("1,000.5 credits");
    }

    @Test
    void moneyHasItsCurrencyAndPricesOfOneAreInFull() {
        assertThat(fmt.money(5_000, "EUR")).isEqualTo("€50.00");
        assertThat(fmt.money(500, "JPY")).isEqualTo("¥500");
        assertThat(fmt.unitPrice(5_000, "EUR", 4_000)).isEqualTo("€0.0125");
    }

    @Test
    void phoneNumbersAreGroupedAndOddOnesShownAsTheyAre() {
        assertThat(fmt.phone("447700900123")).isEqualTo("+44 7700 900123");
        assertThat(fmt.phone("0")).isEqualTo("+0");
    }

    @Test
    void daysHaveNamesNearTodayAndAYearOnlyWhenItIsAnother() {
        assertThat(fmt.time(Instant.parse("2026-03-03T10:02:00Z"))).isEqualTo("today at 10:02");
        assertThat(fmt.time(Instant.parse("2026-03-02T23:59:59Z"))).isEqualTo("yesterday at 23:59");
        assertThat(fmt.time(Instant.parse("2026-03-01T10:02:00Z"))).isEqualTo("1 March at 10:02");
        assertThat(fmt.time(Instant.parse("2025-03-03T10:02:00Z"))).isEqualTo("3 March 2025 at 10:02");
        assertThat(fmt.time(Instant.parse("2026-03-04T00:00:00Z"))).isEqualTo("tomorrow at 00:00");
        assertThat(fmt.shortTime(Instant.parse("2026-03-03T10:02:00Z"))).isEqualTo("10:02");
        assertThat(fmt.day(LocalDate.parse("2026-12-24"))).isEqualTo("24 December");
    }

    @Test
    void developersReadUtcToTheMillisecond() {
        assertThat(fmt.utc(Instant.parse("2026-03-03T10:02:03.004900Z"))).isEqualTo("2026-03-03 10:02:03.004 UTC");
    }

    @Test
    void lengthsOfTimeAreInTheirLargestUnits() {
        assertThat(fmt.duration(Duration.ofMillis(350))).isEqualTo("350 ms");
        assertThat(fmt.gap(Duration.ofSeconds(2))).isEqualTo("+2 s");
        assertThat(fmt.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(fmt.duration(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(fmt.duration(Duration.ofHours(49))).isEqualTo("2 d 1 h");
    }

    @Test
    void whatWasNotMeasuredHasADash() {
        assertThat(fmt.measured(Duration.ofMillis(3))).isEqualTo("3 ms");
        assertThat(fmt.measured(Duration.ZERO)).isEqualTo("–");
    }

    @Test
    void sharesHaveDecimalsOnlyBelowOnePercent() {
        assertThat(fmt.percent(1, 3)).isEqualTo("33%");
        assertThat(fmt.percent(1, 200)).isEqualTo("0.5%");
        assertThat(fmt.percent(0, 0)).isEqualTo("–");
    }

    private static Fmt at(String now) {
        try {
            Words words = new Words(new Texts().messageSource());
            return new Fmt(words, new Times(words, Clock.fixed(Instant.parse(now), ZoneOffset.UTC)));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
