package io.heliograph.portal.customers;

import io.heliograph.messages.Retention;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** For how many days a customer's messages are kept, as typed; nothing for as long as the account. */
record RetentionForm(String days) {

    private static final int LONGEST_NUMBER = 4;

    RetentionForm(@Nullable String days) {
        this.days = days == null ? "" : days.strip();
    }

    static RetentionForm of(OptionalInt days) {
        return new RetentionForm(days.isPresent() ? Integer.toString(days.getAsInt()) : "");
    }

    void check(Errors errors) {
        if (!days.isEmpty() && !isInRange()) {
            errors.rejectValue(
                    "days", "customers.retention.wrong", new Object[] {Retention.FEWEST_DAYS, Retention.MOST_DAYS}, "");
        }
    }

    /** Empty for as long as the account. */
    OptionalInt number() {
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(days));
    }

    private boolean isInRange() {
        if (days.length() > LONGEST_NUMBER || !days.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int number = Integer.parseInt(days);
        return number >= Retention.FEWEST_DAYS && number <= Retention.MOST_DAYS;
    }
}
