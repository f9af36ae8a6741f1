package io.heliograph.portal.webhooks;

import io.heliograph.portal.Fmt;
import io.heliograph.portal.webhooks.EndpointView.Door;
import io.heliograph.portal.webhooks.EndpointView.Line;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.DeliveryFilter;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.DeliveryPage;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.Figures;
import io.heliograph.webhooks.Replay;
import io.heliograph.webhooks.Replays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what an endpoint's page shows. */
@Component
class EndpointPage {

    private static final int SHOWN = 25;

    private final Found found;
    private final Figures figures;
    private final Deliveries deliveries;
    private final Replays replays;
    private final Fmt fmt;

    EndpointPage(Found found, Figures figures, Deliveries deliveries, Replays replays, Fmt fmt) {
        this.found = found;
        this.figures = figures;
        this.deliveries = deliveries;
        this.replays = replays;
        this.fmt = fmt;
    }

    /**
     * What is asked for.
     *
     * @param before where the page begins; null for the newest
     * @param top the newest delivery of the page as it is shown already; null when nothing is
     */
    record Wish(
            @Nullable DeliveryState state,
            @Nullable UUID before,
            @Nullable UUID top) {}

    EndpointView view(SignedIn who, UUID id, Wish wish) {
        Endpoint endpoint = found.endpoint(who.tenantId(), id);
        DeliveryFilter filter = DeliveryFilter.endpoint(id).in(wish.state());
        UUID top = wish.top();
        DeliveryPage page = deliveries.page(who.tenantId(), filter, top == null ? wish.before() : next(top), SHOWN);
        List<Line> lines = page.lines().stream()
                .map(delivery -> new Line(delivery, States.of(delivery)))
                .toList();
        Map<DeliveryState, Long> counts = deliveries.countByState(who.tenantId(), id);
        String newer = top == null ? null : newer(who.tenantId(), filter, top);
        Replay replay = replays.latest(who.tenantId(), id)
                .filter(one -> one.finishedAt() == null)
                .orElse(null);
        UUID first = lines.isEmpty() ? null : lines.getFirst().delivery().id();
        EndpointLine line = EndpointLine.of(endpoint, figures.of(who.tenantId(), id));
        return new EndpointView(
                line,
                doors(counts, wish.state()),
                wish.state(),
                lines,
                first,
                newer,
                page.next(),
                replay,
                counts.getOrDefault(DeliveryState.FAILED, 0L),
                who.may(Permission.CONNECT),
                wish.before() == null ? address(id, wish.state(), first) : null,
                version(List.of(line, counts, lines, String.valueOf(newer), String.valueOf(replay))));
    }

    /** How many deliveries of an endpoint are still to be made. */
    long waiting(UUID tenantId, UUID id) {
        return deliveries.countByState(tenantId, id).entrySet().stream()
                .filter(entry -> !entry.getKey().isFinal())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private @Nullable String newer(UUID tenantId, DeliveryFilter filter, UUID top) {
        List<DeliveryLine> newest =
                deliveries.page(tenantId, filter, null, SHOWN).lines();
        long count = newest.stream().takeWhile(line -> !line.id().equals(top)).count();
        if (count == 0) {
            return null;
        }
        return count == SHOWN ? fmt.number(SHOWN) + "+" : fmt.number(count);
    }

    private static List<Door> doors(Map<DeliveryState, Long> counts, @Nullable DeliveryState chosen) {
        List<Door> doors = new ArrayList<>();
        doors.add(new Door(
                null, counts.values().stream().mapToLong(Long::longValue).sum(), chosen == null));
        for (DeliveryState state : DeliveryState.values()) {
            long count = counts.getOrDefault(state, 0L);
            if (state != DeliveryState.CANCELLED || count > 0 || chosen == state) {
                doors.add(new Door(state, count, chosen == state));
            }
        }
        return doors;
    }

    /** The id after this one, as pages begin below an id. */
    private static UUID next(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }

    private static String address(UUID id, @Nullable DeliveryState state, @Nullable UUID top) {
        return "/webhooks/" + id + "/live?state=" + (state == null ? "" : state) + "&top=" + (top == null ? "" : top);
    }

    private static String version(List<Object> shown) {
        return Integer.toHexString(shown.hashCode());
    }
}
