package io.heliograph.text;

/** What came of a number that a person typed or pasted, in any common form. */
public sealed interface TypedNumber {

    /** The number, in the form of contract S4. */
    record Usable(Msisdn msisdn) implements TypedNumber {}

    /** No number could be made of it. */
    record Unusable(Reason reason) implements TypedNumber {}

    /** Why no number could be made of it. */
    enum Reason {
        /** It holds letters or other signs, or nothing at all. */
        NOT_A_NUMBER,
        /** It starts with 0 as numbers do within a country. */
        NO_COUNTRY_CODE,
        /** Fewer than {@link Msisdn#MIN_DIGITS} digits. */
        TOO_SHORT,
        /** More than {@link Msisdn#MAX_DIGITS} digits. */
        TOO_LONG,
        /** Such as {@code 4.47E+11}: a spreadsheet has rounded the number, its digits are lost. */
        SHORTENED_BY_SPREADSHEET
    }

    /**
     * Reads {@code +44 7700 900123}, {@code 0044 (0) 7700-900.123} and the like: spaces, dashes, dots, slashes and
     * parentheses are skipped, digits of any script are digits.
     */
    static TypedNumber read(String typed) {
        String bare = TypedForm.SKIPPED.matcher(typed).replaceAll("");
        if (TypedForm.SCIENTIFIC.matcher(bare).matches()) {
            return new Unusable(Reason.SHORTENED_BY_SPREADSHEET);
        }
        bare = TypedForm.DECIMAL_ZEROS.matcher(bare).replaceFirst("$1");
        bare = TypedForm.TRUNK_ZERO.matcher(bare).replaceFirst("$1");
        bare = TypedForm.SEPARATORS.matcher(bare).replaceAll("");
        if (!TypedForm.NUMBER.matcher(bare).matches()) {
            return new Unusable(Reason.NOT_A_NUMBER);
        }
        return ofDigits(
                TypedForm.INTERNATIONAL_PREFIX.matcher(TypedForm.ascii(bare)).replaceFirst(""));
    }

    private static TypedNumber ofDigits(String digits) {
        if (digits.startsWith("0")) {
            return new Unusable(Reason.NO_COUNTRY_CODE);
        }
        if (digits.length() < Msisdn.MIN_DIGITS) {
            return new Unusable(Reason.TOO_SHORT);
        }
        if (digits.length() > Msisdn.MAX_DIGITS) {
            return new Unusable(Reason.TOO_LONG);
        }
        return new Usable(new Msisdn(digits));
    }
}
