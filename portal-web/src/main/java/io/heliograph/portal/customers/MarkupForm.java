package io.heliograph.portal.customers;

import io.heliograph.portal.Percent;
import java.util.OptionalInt;
import org.springframework.validation.Errors;

/** A markup agreed with one customer, in percent as typed; empty for the seller's own. */
record MarkupForm(String markup) {

    MarkupForm {
        markup = markup == null ? "" : markup.strip();
    }

    static MarkupForm of(OptionalInt basisPoints) {
        return new MarkupForm(basisPoints.isPresent() ? Percent.plain(basisPoints.getAsInt()) : "");
    }

    void check(Errors errors) {
        if (!markup.isEmpty() && Percent.read(markup).isEmpty()) {
            errors.rejectValue("markup", "prices.markup.wrong");
        }
    }

    /** In basis points; empty for the seller's own. */
    OptionalInt basisPoints() {
        return markup.isEmpty() ? OptionalInt.empty() : Percent.read(markup);
    }
}
