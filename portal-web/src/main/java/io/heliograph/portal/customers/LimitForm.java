package io.heliograph.portal.customers;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.TypedCredits;
import org.springframework.validation.Errors;

/** How far below zero a balance may go, as typed. */
record LimitForm(String limit) {

    LimitForm {
        limit = limit == null ? "" : limit.strip();
    }

    void check(Errors errors) {
        if (TypedCredits.read(limit).isEmpty()) {
            errors.rejectValue("limit", "customers.limit.wrong");
        }
    }

    Credits credits() {
        return TypedCredits.read(limit).orElse(Credits.ZERO);
    }
}
