package io.heliograph.portal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.heliograph.ledger.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How numbers, credits, money and phone numbers are written on all screens; times are {@link Times}. */
@Component("fmt")
public class Fmt {

    private static final int CREDIT_DECIMALS = 4;
    private static final String UNKNOWN = "–";

    private final Words words;
    private final Times times;

    Fmt(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /** A whole number with its groups: 1,204. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** Credits exactly, trailing zeros cut: 1,204.5; the minus is a real one. */
    public String credits(long tenThousandths) {
        return credits(tenThousandths, 0);
    }

    /** Credits exactly, trailing zeros cut. */
    public String credits(Credits credits) {
        return credits(credits.tenThousandths());
    }

    /** Credits in a table's column, all with the same number of decimals, or more where that would round. */
    public String credits(Credits credits, int decimals) {
        return credits(credits.tenThousandths(), decimals);
    }

    /** Credits in a table's column, all with the same number of decimals, or more where that would round. */
    public String credits(long tenThousandths, int decimals) {
        return decimal(BigDecimal.valueOf(tenThousandths, CREDIT_DECIMALS), decimals, locale());
    }

    /** An amount in a sentence, in the one place that knows its plural: 1 credit, 0.5 credits, 1,000 credits. */
    public String inCredits(Credits credits) {
        return inCredits(credits.decimal());
    }

    /** The same of ten-thousandths. */
    public String inCredits(long tenThousandths) {
        return inCredits(BigDecimal.valueOf(tenThousandths, CREDIT_DECIMALS));
    }

    /** The same of what a provider says is left. */
    public String inCredits(BigDecimal credits) {
        return inCredits(credits, locale());
    }

    /** The same in a mail, whose language is not that of whoever caused it. */
    public String inCredits(BigDecimal credits, Locale language) {
        return words.in(language, "credits.count", decimal(credits, 0, language), credits);
    }

    /**
     * Money in its currency: €50.00.
     *
     * @param minor in the currency's minor unit
     * @param currency ISO 4217
     */
    public String money(long minor, String currency) {
        Currency unit = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        return amount(
                BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()), unit, unit.getDefaultFractionDigits());
    }

    /** The price of one, in full: €0.0125. */
    public String unitPrice(long minor, String currency, long credits) {
        Currency unit = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        BigDecimal price = BigDecimal.valueOf(minor, unit.getDefaultFractionDigits())
                .divide(BigDecimal.valueOf(credits), 6, RoundingMode.HALF_UP);
        return amount(price, unit, 6);
    }

    /** A share in percent, without decimals unless it is under one. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return UNKNOWN;
        }
        double share = (double) part / whole;
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(share > 0 && share < 0.01 ? 1 : 0);
        return format.format(share);
    }

    /** Several things in a sentence: ’, – and …. */
    public String list(List<String> things) {
        return ListFormat.getInstance(locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(things);
    }

    /** Basis points in percent, without the sign: 12.5. */
    public String markup(int basisPoints) {
        return Percent.plain(basisPoints);
    }

    /** A phone number as people write it, from the digits of E.164: +44 7700 900123. Show it in {@code bdi dir=ltr}. */
    public String phone(String msisdn) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse("+" + msisdn, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            return "+" + msisdn;
        }
    }

    /** A moment in the reader's zone: today at 10:02, yesterday at 10:02, 3 March at 10:02. */
    public String time(Instant at) {
        return times.sentence(at);
    }

    /** What time it is for the reader: today at 10:02. */
    public String now() {
        return times.now();
    }

    /** The same for columns: 10:02 today, otherwise with the day. */
    public String shortTime(Instant at) {
        return times.compact(at);
    }

    /** To the second, with its zone: for hovering and details. */
    public String exact(Instant at) {
        return times.exact(at);
    }

    /** To the millisecond and in UTC, as logs have it: for developers' pages. */
    public String utc(Instant at) {
        return times.utc(at);
    }

    /** A day: today, yesterday, 3 March, 3 March 2025. */
    public String day(LocalDate day) {
        return times.day(day);
    }

    /** How much later: +2 s, +3 min, +2 h 5 min, +3 d. */
    public String gap(Duration gap) {
        return "+" + duration(gap);
    }

    /** A length of time in its two largest units: 350 ms, 2 s, 3 min, 2 h 5 min, 3 d. */
    public String duration(Duration length) {
        return times.length(length);
    }

    /** A length of time that was measured, in the same units; a dash for none, as nothing takes no time. */
    public String measured(Duration length) {
        return length.isZero() ? UNKNOWN : duration(length);
    }

    /** The reader's zone by name, once per table. */
    public String zone() {
        return times.zone().getId().replace('_', ' ');
    }

    /** What is shown for a number that is not known. */
    public String unknown(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }

    private static String decimal(BigDecimal credits, int least, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(CREDIT_DECIMALS);
        return format.format(credits).replace('-', '\u2212');
    }

    private static String amount(BigDecimal amount, Currency unit, int mostDecimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(mostDecimals);
        return format.format(amount);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
