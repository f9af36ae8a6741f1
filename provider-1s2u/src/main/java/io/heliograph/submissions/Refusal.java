package io.heliograph.submissions;

import io.heliograph.ledger.Credits;
import java.time.Duration;
import java.time.Instant;

/** Why a request to send is not accepted. */
public sealed interface Refusal {

    /** The sender is out of form (contract S3). */
    record BadSender(String sender) implements Refusal {}

    /** A number is out of form (contract S4). */
    record BadNumber(String number) implements Refusal {}

    /** There is no number. */
    record NoNumber() implements Refusal {}

    /** More numbers than one submission may have. */
    record TooManyNumbers(int numbers, int most) implements Refusal {}

    /** There is no price for this number: the destination is not offered. */
    record NoRoute(String number) implements Refusal {}

    /** There is no text (contract S5). */
    record NoText() implements Refusal {}

    /** The text has more parts than 5 (contract S5). */
    record TextTooLong(int segments) implements Refusal {}

    /** To be sent later than messages may be scheduled. */
    record TooFarAhead(Instant sendAt, Duration most) implements Refusal {}

    /** Its time would be over before it is sent. */
    record ExpiresTooSoon(Instant expiresAt) implements Refusal {}

    /** The wallet does not hold the price. */
    record NotEnoughCredits(Credits available, Credits price) implements Refusal {}

    /** The idempotency key was used for another request. */
    record KeyReused(String idempotencyKey) implements Refusal {}

    /** No provider account is set up, so nothing can be sent now. */
    record NotReady() implements Refusal {}
}
