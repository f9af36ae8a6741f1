package io.heliograph.rates;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Price.Link;
import io.heliograph.secrets.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A price that has no id yet: the tenant's own link first, then those of the sellers above it. */
record Quote(Product product, String prefix, List<Link> links) {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    /** The quote of a tenant whose seller's own is given; null directly under the operator. */
    static Quote of(UUID tenantId, Product product, String prefix, Credits unit, @Nullable Quote sellersOwn) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(tenantId, unit));
        if (sellersOwn != null) {
            links.addAll(sellersOwn.links);
        }
        return new Quote(product, prefix, List.copyOf(links));
    }

    /** Reads what {@link #linksText} wrote. */
    static List<Link> links(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(link -> link.split(":", 2))
                .map(link -> new Link(UUID.fromString(link[0]), new Credits(Long.parseLong(link[1]))))
                .toList();
    }

    Credits unit() {
        return links.getFirst().unit();
    }

    /** Tenant and ten-thousandths of a credit of each link: {@code <id>:10500 <id>:10000}. */
    String linksText() {
        return links.stream()
                .map(link -> link.tenantId() + ":" + link.unit().tenThousandths())
                .collect(Collectors.joining(" "));
    }

    /** With an id made from the content, so that every node gives the same price the same id. */
    Price toPrice() {
        return new Price(id(), prefix, unit(), links);
    }

    private UUID id() {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(product + " " + prefix + " " + linksText()));
        long most = (hash.getLong() & ~0xf000L) | VERSION_8;
        long least = (hash.getLong() & 0x3fffffffffffffffL) | VARIANT;
        return new UUID(most, least);
    }
}
