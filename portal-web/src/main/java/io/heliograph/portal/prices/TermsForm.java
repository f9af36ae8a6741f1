package io.heliograph.portal.prices;

import io.heliograph.portal.Percent;
import io.heliograph.rates.Terms;
import org.springframework.validation.Errors;

/** A seller's terms, as typed. */
record TermsForm(String markup, Boolean refund) {

    TermsForm {
        markup = markup == null ? "" : markup.strip();
        refund = refund != null && refund;
    }

    static TermsForm of(Terms terms) {
        return new TermsForm(Percent.plain(terms.markupBasisPoints()), terms.refundUndelivered());
    }

    void check(Errors errors) {
        if (Percent.read(markup).isEmpty()) {
            errors.rejectValue("markup", "prices.markup.wrong");
        }
    }

    Terms terms() {
        return new Terms(Percent.read(markup).orElse(0), refund);
    }
}
