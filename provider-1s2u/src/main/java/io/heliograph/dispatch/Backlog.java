package io.heliograph.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The messages of one provider account that this node accepted and has not sent yet: what was just written need not be
 * read again. Tenants take turns, and what may share a request leaves together. A place here is worth nothing: the row in
 * the queue decides, and what does not leave in time is found there by any node.
 */
final class Backlog {

    private static final int LEAST = 64;
    private static final int MOST = 50_000;

    /** How long a full backlog may take to leave. */
    private static final int SECONDS_OF_WORK = 2;

    /** The part of it that one tenant may fill. */
    private static final int SHARE = 4;

    /** How many messages a tenant may have here and still count as one that sends now and then. */
    private static final int FEW = 4;

    private final Map<UUID, Deque<Held>> groups = new HashMap<>();
    private final Map<UUID, LinkedHashSet<UUID>> turns = new LinkedHashMap<>();
    private final Map<UUID, Integer> sizes = new HashMap<>();

    private int size;
    private int capacity = LEAST;

    /** Sets how much it may hold, by what the account can send in a while. */
    synchronized void fit(ProviderAccount account) {
        long work = (long) account.requestsPerSecond() * account.numbersPerRequest() * SECONDS_OF_WORK;
        capacity = Math.clamp(work, LEAST, MOST);
    }

    /** Holds nothing until it is fitted again: this node can't send for the account. */
    synchronized void shut() {
        capacity = 0;
    }

    /** Whether there is room for so many messages of this tenant. */
    synchronized boolean hasRoomFor(UUID tenantId, int messages) {
        return size + messages <= capacity
                && sizes.getOrDefault(tenantId, 0) + messages <= Math.max(LEAST, capacity / SHARE);
    }

    synchronized boolean isEmpty() {
        return size == 0;
    }

    synchronized int size() {
        return size;
    }

    synchronized void add(List<Held> accepted) {
        for (Held held : accepted) {
            UUID group = held.entry().groupKey();
            UUID tenant = held.message().tenantId();
            groups.computeIfAbsent(group, _ -> new ArrayDeque<>()).add(held);
            turns.computeIfAbsent(tenant, _ -> new LinkedHashSet<>()).add(group);
            sizes.merge(tenant, 1, Integer::sum);
            size++;
        }
    }

    /** What leaves next in so many requests, each number once in a request; what is stale is dropped on the way. */
    synchronized List<List<Held>> take(int requests, int numbersPerRequest) {
        return take(requests, numbersPerRequest, _ -> true);
    }

    /** The same of tenants alone that have but a few messages here: a password, beside a campaign. */
    synchronized List<List<Held>> takeOfFew(int requests, int numbersPerRequest) {
        return take(requests, numbersPerRequest, this::hasFew);
    }

    /** The same of all other tenants alone. */
    synchronized List<List<Held>> takeOfMany(int requests, int numbersPerRequest) {
        return take(requests, numbersPerRequest, tenant -> !hasFew(tenant));
    }

    private boolean hasFew(UUID tenant) {
        return sizes.getOrDefault(tenant, 0) <= FEW;
    }

    private List<List<Held>> take(int requests, int numbersPerRequest, Predicate<UUID> whose) {
        List<List<Held>> taken = new ArrayList<>();
        Optional<UUID> next = next(whose);
        while (taken.size() < requests && next.isPresent()) {
            List<Held> request = takeTurn(next.get(), numbersPerRequest);
            if (!request.isEmpty()) {
                taken.add(request);
            }
            next = next(whose);
        }
        return taken;
    }

    private Optional<UUID> next(Predicate<UUID> whose) {
        return turns.keySet().stream().filter(whose).findFirst();
    }

    private List<Held> takeTurn(UUID tenant, int numbersPerRequest) {
        LinkedHashSet<UUID> theirs = Objects.requireNonNull(turns.remove(tenant));
        UUID group = theirs.removeFirst();
        List<Held> request = request(group, numbersPerRequest);
        if (groups.containsKey(group)) {
            theirs.addLast(group);
        }
        if (!theirs.isEmpty()) {
            turns.put(tenant, theirs);
        }
        return request;
    }

    /** Takes back, to the front, what was taken for requests and does not leave now. */
    synchronized void putBack(List<List<Held>> requests) {
        for (List<Held> request : requests.reversed()) {
            for (Held held : request.reversed()) {
                UUID group = held.entry().groupKey();
                UUID tenant = held.message().tenantId();
                groups.computeIfAbsent(group, _ -> new ArrayDeque<>()).addFirst(held);
                turns.computeIfAbsent(tenant, _ -> new LinkedHashSet<>()).addFirst(group);
                sizes.merge(tenant, 1, Integer::sum);
                size++;
            }
        }
    }

    /** All that is left. */
    synchronized List<Held> drain() {
        List<Held> left = groups.values().stream().flatMap(Deque::stream).toList();
        groups.clear();
        turns.clear();
        sizes.clear();
        size = 0;
        return left;
    }

    private List<Held> request(UUID group, int numbersPerRequest) {
        Deque<Held> waiting = groups.getOrDefault(group, new ArrayDeque<>());
        List<Held> request = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        Iterator<Held> each = waiting.iterator();
        while (each.hasNext() && request.size() < numbersPerRequest) {
            Held held = each.next();
            if (held.isStale()) {
                forget(held, each);
            } else if (numbers.add(held.message().msisdn())) {
                request.add(held);
                forget(held, each);
            }
        }
        if (waiting.isEmpty()) {
            groups.remove(group);
        }
        return request;
    }

    private void forget(Held held, Iterator<Held> each) {
        each.remove();
        size--;
        sizes.computeIfPresent(held.message().tenantId(), (_, of) -> of == 1 ? null : of - 1);
    }
}
