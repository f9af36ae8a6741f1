package io.heliograph.portal.customers;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.TypedCredits;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * Credits to add or to take back, as typed.
 *
 * @param key names this form, so that a second click moves nothing again
 * @param sure whether the question before it was answered
 */
record AmountForm(String amount, String note, String key, Boolean sure) {

    private static final int NOTE_LENGTH = 200;

    AmountForm {
        amount = amount == null ? "" : amount.strip();
        note = note == null ? "" : note.strip();
        key = FormKey.of(key);
        sure = sure != null && sure;
    }

    static AmountForm empty() {
        return new AmountForm("", "", "", false);
    }

    void check(Errors errors) {
        Optional<Credits> read = TypedCredits.read(amount);
        if (read.isEmpty()) {
            errors.rejectValue("amount", amount.isEmpty() ? "customers.amount.missing" : "customers.amount.wrong");
        } else if (read.get().isZero()) {
            errors.rejectValue("amount", "customers.amount.zero");
        }
        if (note.length() > NOTE_LENGTH) {
            errors.rejectValue("note", "customers.note.long");
        }
    }

    /** What was typed, once {@link #check} found nothing. */
    Credits credits() {
        return TypedCredits.read(amount).orElse(Credits.ZERO);
    }
}
