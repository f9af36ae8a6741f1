package io.heliograph.portal.packages;

import java.util.regex.Pattern;
import org.springframework.validation.Errors;

/** A connected account's id at Stripe, as typed. */
record StripeAccountForm(String account) {

    private static final Pattern ID = Pattern.compile("acct_[A-Za-z0-9_]{4,58}");

    StripeAccountForm {
        account = account == null ? "" : account.strip();
    }

    void check(Errors errors) {
        if (!ID.matcher(account).matches()) {
            errors.rejectValue("account", "packages.stripe.wrong");
        }
    }
}
