package io.heliograph.submissions;

import io.heliograph.db.RowIds;
import io.heliograph.dispatch.Queue;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Submission;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Price;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.text.Destination;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is written when a request is accepted: submission, messages, queue, usage, and last the charge. */
@Component
class Acceptance {

    private final Lifecycle lifecycle;
    private final Queue queue;
    private final Ledger ledger;
    private final Wallets wallets;
    private final TermsOfSale termsOfSale;
    private final Clock clock;

    Acceptance(Lifecycle lifecycle, Queue queue, Ledger ledger, Wallets wallets, TermsOfSale termsOfSale, Clock clock) {
        this.lifecycle = lifecycle;
        this.queue = queue;
        this.ledger = ledger;
        this.wallets = wallets;
        this.termsOfSale = termsOfSale;
        this.clock = clock;
    }

    /** In the caller's transaction; wallets are touched last, so that they are locked for the shortest time. */
    Submission accept(PricedRequest priced) {
        Submission submission = submission(priced);
        boolean refundUndelivered = refundsUndelivered(submission.tenantId());
        List<Message> messages = priced.request().msisdns().stream()
                .map(msisdn -> message(submission, priced, msisdn, refundUndelivered))
                .toList();
        lifecycle.accepted(submission, messages);
        queue.add(messages);
        ledger.post(Charges.of(submission.tenantId(), submission.id(), priced.items()));
        return submission;
    }

    /** Why the times that were asked for can't be kept, if so. */
    Optional<Refusal> refusalOfTimes(Instructions instructions) {
        Instant now = clock.instant();
        Instant sendAt = instructions.sendAt() == null ? now : instructions.sendAt();
        if (sendAt.isAfter(now.plus(Instructions.LONGEST_AHEAD))) {
            return Optional.of(new Refusal.TooFarAhead(sendAt, Instructions.LONGEST_AHEAD));
        }
        Instant expiresAt = instructions.expiresAt();
        return expiresAt != null && (!expiresAt.isAfter(sendAt) || !expiresAt.isAfter(now))
                ? Optional.of(new Refusal.ExpiresTooSoon(expiresAt))
                : Optional.empty();
    }

    private Submission submission(PricedRequest priced) {
        SubmissionRequest request = priced.request();
        return new Submission(
                request.tenantId(),
                RowIds.next(),
                request.channel(),
                request.credentialId(),
                request.userId(),
                request.idempotencyKey(),
                priced.hash(),
                request.sender(),
                priced.text().text(),
                priced.prices().size(),
                priced.segments(),
                priced.price(),
                clock.instant());
    }

    private static Message message(
            Submission submission, PricedRequest priced, String msisdn, boolean refundUndelivered) {
        Price price = Objects.requireNonNull(priced.prices().get(msisdn));
        Instant now = submission.acceptedAt();
        return new Message(
                submission.tenantId(),
                RowIds.next(),
                submission.id(),
                submission.channel(),
                msisdn,
                Destination.of(msisdn),
                submission.sender(),
                submission.text(),
                priced.text().encoding(),
                priced.text().segments(),
                priced.price(price),
                Credits.ZERO,
                price.chainId(),
                refundUndelivered,
                MessageState.QUEUED,
                now,
                0,
                null,
                priced.accountId(),
                null,
                0,
                now,
                null,
                priced.request().instructions());
    }

    private boolean refundsUndelivered(UUID tenantId) {
        return wallets.sellersAbove(tenantId).stream()
                .findFirst()
                .map(seller -> termsOfSale.of(seller).refundUndelivered())
                .orElse(false);
    }
}
