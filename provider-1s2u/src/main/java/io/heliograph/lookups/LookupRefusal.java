package io.heliograph.lookups;

import io.heliograph.ledger.Credits;

/** Why a job is not accepted; nothing was kept and nothing charged. */
public sealed interface LookupRefusal {

    /** There is no number. */
    record NoNumber() implements LookupRefusal {}

    /** A number is out of form (contract S4). */
    record BadNumber(String number) implements LookupRefusal {}

    /** More different numbers than a job may have. */
    record TooManyNumbers(int numbers, int most) implements LookupRefusal {}

    /** There is no price for this number: the destination is not offered. */
    record NoRoute(String number) implements LookupRefusal {}

    /** The wallet does not hold the price. */
    record NotEnoughCredits(Credits available, Credits price) implements LookupRefusal {}

    /** The idempotency key was used for another request. */
    record KeyReused(String idempotencyKey) implements LookupRefusal {}

    /** No provider account is set up, so nothing can be looked up now. */
    record NotReady() implements LookupRefusal {}
}
