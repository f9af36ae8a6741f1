package io.heliograph.lookups;

import io.heliograph.rates.Charges;
import io.heliograph.rates.Price;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a draft consists of: what is to be asked and paid for, and what is known already. */
record Tallies(List<Tally> all) {

    LookupCounts counts() {
        Map<NumberStatus, Integer> answered = new EnumMap<>(NumberStatus.class);
        for (Tally tally : all) {
            @Nullable NumberStatus status = tally.status();
            if (status != null) {
                answered.merge(status, tally.numbers(), Integer::sum);
            }
        }
        int waiting = numbers(tally -> tally.state() == LookupState.WAITING);
        return new LookupCounts(waiting, 0, answered, numbers(Tally::reused), 0, 0);
    }

    /** What is charged, by price. */
    List<Charges.Item> items(Function<UUID, Price> chains) {
        Map<UUID, Integer> byChain = new java.util.LinkedHashMap<>();
        for (Tally tally : all) {
            @Nullable UUID chainId = tally.chainId();
            if (chainId != null) {
                byChain.merge(chainId, tally.numbers(), Integer::sum);
            }
        }
        return byChain.entrySet().stream()
                .map(entry -> new Charges.Item(chains.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private int numbers(Predicate<Tally> wanted) {
        return all.stream().filter(wanted).mapToInt(Tally::numbers).sum();
    }
}
