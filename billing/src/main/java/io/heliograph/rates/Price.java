package io.heliograph.rates;

import io.heliograph.ledger.Credits;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What one unit (a segment, a lookup) to a number costs a tenant, and what it costs each seller above it. Never changes
 * once quoted.
 *
 * @param chainId names this price among the tenant's; derived from its content, so the same price has the same id
 * @param prefix the number prefix that the tenant's price is for; empty for everywhere
 * @param unit what the tenant pays for a unit; zero or more
 * @param links the tenant itself first, then every seller above it up to the one under the operator
 */
public record Price(UUID chainId, String prefix, Credits unit, List<Link> links) {

    public Price {
        links = List.copyOf(links);
        if (links.isEmpty() || !links.getFirst().unit().equals(unit)) {
            throw new IllegalArgumentException("The first link is the tenant's own price of " + unit + ": " + links);
        }
    }

    /** What a tenant of the chain pays for a unit. */
    public record Link(UUID tenantId, Credits unit) {}

    /** What a seller earns; below zero if it sells for less than it pays. */
    public record Margin(UUID sellerId, Credits amount) {}

    /** What the tenant pays for some units. */
    public Credits total(long units) {
        return unit.times(units);
    }

    /** What each seller of the chain earns by some units, nearest first: what the one below pays, less what it pays. */
    public List<Margin> margins(long units) {
        return IntStream.range(1, links.size())
                .mapToObj(i -> new Margin(
                        links.get(i).tenantId(),
                        links.get(i - 1).unit().minus(links.get(i).unit()).times(units)))
                .toList();
    }
}
