package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageDelta;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the usage what lookups do. A lookup counts on the day its job started (UTC), under {@code OPEN} until it is
 * settled and then under its state. Answers that are given again are not metered.
 */
@Component
class Metering {

    private final Usage usage;
    private final Rates rates;

    Metering(Usage usage, Rates rates) {
        this.usage = usage;
        this.rates = rates;
    }

    /** A job starts with these; what is known already costs nothing and is passed over. */
    void started(LookupJob job, Instant at, List<Tally> tallies) {
        List<UsageDelta> deltas = new ArrayList<>();
        for (Tally tally : tallies) {
            UUID chainId = tally.chainId();
            if (chainId != null) {
                deltas.add(delta(job, at, tally.destination(), chainId, UsageDelta.OPEN, tally.numbers(), true));
            }
        }
        usage.record(deltas);
    }

    /** Lookups are settled; unless they are answered, nothing is left of what they cost. */
    void settled(LookupJob job, Collection<Asked> lookups, LookupState state) {
        Instant startedAt = Objects.requireNonNull(job.startedAt());
        boolean paid = state == LookupState.ANSWERED;
        List<UsageDelta> deltas = new ArrayList<>();
        for (Asked lookup : lookups) {
            String destination = lookup.destination();
            deltas.add(delta(job, startedAt, destination, lookup.chainId(), UsageDelta.OPEN, -1, true));
            deltas.add(delta(job, startedAt, destination, lookup.chainId(), state.name(), 1, paid));
        }
        usage.record(deltas);
    }

    private UsageDelta delta(
            LookupJob job,
            Instant startedAt,
            String destination,
            UUID chainId,
            String state,
            long numbers,
            boolean paid) {
        Price price = rates.chain(job.tenantId(), chainId);
        LocalDate day = startedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        Credits margin = price.margins(numbers).stream()
                .findFirst()
                .map(Price.Margin::amount)
                .orElse(Credits.ZERO);
        return new UsageDelta(
                job.tenantId(),
                day,
                Product.LOOKUP,
                destination,
                "",
                job.channel().name(),
                state,
                numbers,
                numbers,
                paid ? price.total(numbers) : Credits.ZERO,
                paid ? margin : Credits.ZERO);
    }
}
