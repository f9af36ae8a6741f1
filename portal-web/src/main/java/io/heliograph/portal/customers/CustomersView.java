package io.heliograph.portal.customers;

import io.heliograph.tenants.TenantKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list of customers.
 *
 * @param kind what the seller is
 * @param found how many the filter finds
 * @param next where the next page is; null on the last
 */
record CustomersView(
        TenantKind kind,
        CustomerFilter filter,
        List<Door> doors,
        List<CustomerLine> lines,
        long found,
        @Nullable String next,
        boolean mayAdd) {

    private static final int PAGE = 50;

    /** A count that leads to what it counts. */
    record Door(String key, long count, String href, boolean current) {}

    static CustomersView of(TenantKind kind, List<CustomerLine> all, CustomerFilter filter, boolean mayAdd) {
        CustomerFilter.State state = filter.state();
        List<CustomerLine> found =
                all.stream().filter(line -> state == null || state.holds(line)).toList();
        int from = Math.min((filter.number() - 1) * PAGE, found.size());
        int to = Math.min(from + PAGE, found.size());
        String next = to == found.size() ? null : href(filter.q(), state, filter.number() + 1);
        return new CustomersView(kind, filter, doors(all, filter), found.subList(from, to), found.size(), next, mayAdd);
    }

    /** Whether there is no customer at all. */
    public boolean isFirst() {
        return lines.isEmpty() && !filter.isSet();
    }

    private static List<Door> doors(List<CustomerLine> all, CustomerFilter filter) {
        List<Door> doors = new ArrayList<>();
        doors.add(new Door("all", all.size(), href(filter.q(), null, 1), filter.state() == null));
        for (CustomerFilter.State state : CustomerFilter.State.values()) {
            doors.add(new Door(
                    state.key(),
                    all.stream().filter(state::holds).count(),
                    href(filter.q(), state, 1),
                    state == filter.state()));
        }
        return doors;
    }

    private static String href(String q, CustomerFilter.@Nullable State state, int page) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/customers");
        if (!q.isEmpty()) {
            uri.queryParam("q", "{q}");
        }
        if (state != null) {
            uri.queryParam("state", state);
        }
        if (page > 1) {
            uri.queryParam("page", page);
        }
        return q.isEmpty() ? uri.toUriString() : uri.encode().buildAndExpand(q).toUriString();
    }
}
