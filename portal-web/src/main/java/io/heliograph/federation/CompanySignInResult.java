package io.heliograph.federation;

import java.util.UUID;

/** What came of an answer of a company's provider. */
public sealed interface CompanySignInResult {

    /**
     * It is this person.
     *
     * @param twofold whether the provider says that it asked for more than a password
     */
    record Known(UUID userId, boolean twofold) implements CompanySignInResult {}

    /** It is nobody who may come in. */
    record Refused(Reason reason) implements CompanySignInResult {}

    /** Why not. */
    enum Reason {
        /** The provider refused, or its answer does not fit what was asked. */
        NOT_CONFIRMED,
        /** Its address was not confirmed, is not of an allowed domain, or new people are not let in. */
        NOT_ALLOWED,
        /** There is an account with this address: it is linked by signing in first. */
        LINK_FIRST,
        /** This account of the company, or that of the person, is linked with another. */
        LINKED_ALREADY
    }
}
