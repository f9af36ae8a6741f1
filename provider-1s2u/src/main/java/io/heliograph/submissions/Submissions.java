package io.heliograph.submissions;

import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.messages.Messages;
import io.heliograph.rates.Price;
import io.heliograph.receipts.Wish;
import io.heliograph.text.MessageText;
import io.heliograph.text.Msisdn;
import io.heliograph.text.SenderId;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The one way in. Every channel ends in {@link #accept}; nothing else creates a message or charges for one.
 */
@Component
public class Submissions {

    private final Pricing pricing;
    private final Drafting drafting;
    private final Acceptance acceptance;
    private final Messages messages;
    private final ProviderAccounts accounts;

    Submissions(
            Pricing pricing, Drafting drafting, Acceptance acceptance, Messages messages, ProviderAccounts accounts) {
        this.pricing = pricing;
        this.drafting = drafting;
        this.acceptance = acceptance;
        this.messages = messages;
        this.accounts = accounts;
    }

    /**
     * Checks, prices, charges and queues a request, with others in one transaction. When this returns {@link
     * SubmissionResult.Accepted}, it is on disk. Whether the tenant may send at all is the caller's question.
     */
    public SubmissionResult accept(SubmissionRequest asCame) {
        return accept(asCame, _ -> List.of());
    }

    /**
     * As {@link #accept(SubmissionRequest)}.
     *
     * @param wishes who is to be told by SMPP of the submission of that id; written with it, and not at all for a replay
     */
    public SubmissionResult accept(SubmissionRequest asCame, Function<UUID, List<Wish>> wishes) {
        long begun = System.nanoTime();
        SubmissionResult result = decide(asCame, wishes);
        Metrics.timer("heliograph.accept", "channel", asCame.channel().name(), "result", kind(result))
                .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        return result;
    }

    /** What a request would cost this tenant; numbers may repeat. */
    public Quote quote(UUID tenantId, String text, List<String> msisdns) {
        return pricing.quote(tenantId, MessageText.of(text), msisdns);
    }

    private SubmissionResult decide(SubmissionRequest asCame, Function<UUID, List<Wish>> wishes) {
        SubmissionRequest request = asCame.withoutRepeats();
        MessageText text = MessageText.of(request.text());
        Map<String, Price> prices = pricing.prices(request.tenantId(), request.msisdns());
        Optional<ProviderAccount> account = accounts.outgoing();
        if (account.isEmpty()) {
            return new SubmissionResult.Refused(new Refusal.NotReady());
        }
        return refusal(request, text, prices)
                .or(() -> drafting.refusalOfTimes(request.instructions()))
                .<SubmissionResult>map(SubmissionResult.Refused::new)
                .orElseGet(() -> accept(
                        new PricedRequest(request, text, prices, account.get().id()), wishes));
    }

    private SubmissionResult accept(PricedRequest priced, Function<UUID, List<Wish>> wishes) {
        Draft draft = drafting.draft(priced, wishes);
        try {
            return acceptance.accept(draft);
        } catch (InsufficientCreditsException e) {
            return replayed(draft)
                    .orElseGet(() -> new SubmissionResult.Refused(
                            new Refusal.NotEnoughCredits(e.balance().plus(e.creditLimit()), draft.price())));
        } catch (DuplicateKeyException e) {
            return replayed(draft).orElseThrow(() -> e);
        }
    }

    /** The answer to the earlier request with the same key, if there was one. */
    private Optional<SubmissionResult> replayed(Draft draft) {
        return draft.submission()
                .key()
                .flatMap(key -> messages.submissionByKey(key.tenantId(), key.idempotencyKey()))
                .map(draft::replayOf);
    }

    private static String kind(SubmissionResult result) {
        return switch (result) {
            case SubmissionResult.Accepted accepted -> accepted.replayed() ? "replayed" : "accepted";
            case SubmissionResult.Refused _ -> "refused";
        };
    }

    /** In the order in which 1s2u answers when several are wrong (contract S8). */
    private static Optional<Refusal> refusal(SubmissionRequest request, MessageText text, Map<String, Price> prices) {
        return refusalOfSender(request)
                .or(() -> refusalOfCount(request))
                .or(() -> refusalOfNumbers(request.msisdns(), prices))
                .or(() -> refusalOfText(text));
    }

    private static Optional<Refusal> refusalOfSender(SubmissionRequest request) {
        return SenderId.parse(request.sender()).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.BadSender(request.sender()));
    }

    private static Optional<Refusal> refusalOfCount(SubmissionRequest request) {
        int numbers = request.msisdns().size();
        int most = request.channel().mostNumbers();
        if (numbers == 0) {
            return Optional.of(new Refusal.NoNumber());
        }
        return numbers > most ? Optional.of(new Refusal.TooManyNumbers(numbers, most)) : Optional.empty();
    }

    private static Optional<Refusal> refusalOfNumbers(List<String> msisdns, Map<String, Price> prices) {
        return msisdns.stream()
                .filter(msisdn -> Msisdn.parse(msisdn).isEmpty())
                .findFirst()
                .<Refusal>map(Refusal.BadNumber::new)
                .or(() -> msisdns.stream()
                        .filter(msisdn -> !prices.containsKey(msisdn))
                        .findFirst()
                        .map(Refusal.NoRoute::new));
    }

    private static Optional<Refusal> refusalOfText(MessageText text) {
        if (text.isEmpty()) {
            return Optional.of(new Refusal.NoText());
        }
        return text.isTooLong() ? Optional.of(new Refusal.TextTooLong(text.segments())) : Optional.empty();
    }
}
