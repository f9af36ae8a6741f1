package io.heliograph.text;

import java.util.regex.Pattern;

/** The forms in which people write numbers. */
final class TypedForm {

    /** Blanks of any kind, and the invisible marks that come along from contact lists. */
    static final Pattern SKIPPED = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");

    /** Digits that a spreadsheet has rounded. */
    static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

    /** A whole number that a spreadsheet has written with decimals. */
    static final Pattern DECIMAL_ZEROS = Pattern.compile("^(\\+?\\d{8,})\\.0+$");

    /** The zero that is dialled only within the country, as in {@code +44 (0) 7700}. */
    static final Pattern TRUNK_ZERO = Pattern.compile("^(\\(?(?:\\+|00)\\d{1,4}\\)?)\\(0\\)");

    static final Pattern SEPARATORS = Pattern.compile("[-.()/\\p{Pd}]");

    static final Pattern NUMBER = Pattern.compile("\\+?\\p{Nd}+");

    static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^(?:\\+|00)");

    private TypedForm() {}

    /** Digits of any script as ASCII digits. */
    static String ascii(String number) {
        return number.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
