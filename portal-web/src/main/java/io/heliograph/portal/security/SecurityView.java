package io.heliograph.portal.security;

import io.heliograph.protection.Passkey;
import io.heliograph.protection.SecondSteps;
import io.heliograph.signin.Sessions;
import java.util.List;

/**
 * What protects a person.
 *
 * @param codesLeft recovery codes that still work
 * @param required whether a second step is a must
 * @param ownRule whether that is the rule of the person's own tenant
 * @param ruleFromAbove whether it is one of a tenant above, which cannot be changed here
 * @param mayRule whether the reader may change their tenant's rule
 */
record SecurityView(
        String email,
        SecondSteps.Has has,
        List<Passkey> passkeys,
        int codesLeft,
        List<Sessions.Open> sessions,
        List<CompanyLink> companies,
        boolean required,
        boolean ownRule,
        boolean ruleFromAbove,
        boolean mayRule) {

    /** Nothing else is open until it is set up. */
    public boolean mustSetUp() {
        return required && !has.any();
    }
}
