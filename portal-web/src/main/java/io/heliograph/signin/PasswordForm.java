package io.heliograph.signin;

import io.heliograph.tenants.PasswordRule;
import org.springframework.validation.BindingResult;

/** A password somebody chooses, typed once and shown on demand. */
record PasswordForm(String password) {

    PasswordForm {
        password = password == null ? "" : password;
    }

    /** Adds the rule that the password breaks, if any, to the form's errors. */
    static void check(String password, String email, BindingResult errors) {
        PasswordRule.brokenBy(password, email)
                .ifPresent(rule -> errors.rejectValue("password", "password." + rule.name()));
    }
}
