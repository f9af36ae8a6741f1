package io.heliograph.submissions;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Submission;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Price;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.receipts.Wish;
import io.heliograph.text.Destination;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Turns a priced request into the rows that will be written: ids, times and prices are fixed here, before any commit. */
@Component
class Drafting {

    private final Wallets wallets;
    private final TermsOfSale termsOfSale;
    private final Clock clock;

    Drafting(Wallets wallets, TermsOfSale termsOfSale, Clock clock) {
        this.wallets = wallets;
        this.termsOfSale = termsOfSale;
        this.clock = clock;
    }

    Draft draft(PricedRequest priced, Function<UUID, List<Wish>> wishes) {
        Submission submission = submission(priced);
        boolean refundUndelivered = refundsUndelivered(submission.tenantId());
        List<Message> messages = priced.request().msisdns().stream()
                .map(msisdn -> message(submission, priced, msisdn, refundUndelivered))
                .toList();
        return new Draft(
                submission,
                messages,
                Charges.of(submission.tenantId(), submission.id(), priced.items()),
                wishes.apply(submission.id()));
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
