package io.heliograph.crash;

import io.heliograph.line.Calls;
import io.heliograph.line.Customer;
import io.heliograph.processes.PortalProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Programs of customers that send without end, to whichever portal serves, and know which numbers were accepted. */
final class Senders {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_NUMBERS = 4;
    private static final int TEXTS = 3;

    private final List<Customer> customers;
    private final Supplier<List<PortalProgram>> portals;
    private final Duration pause;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicLong numbers = new AtomicLong(447_700_000_000L);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    private volatile boolean running;

    Senders(List<Customer> customers, Supplier<List<PortalProgram>> portals, Duration pause) {
        this.customers = customers;
        this.portals = portals;
        this.pause = pause;
    }

    void start(int count, long seed) {
        running = true;
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            threads.add(Thread.startVirtualThread(() -> send(random)));
        }
    }

    /** Waits until all have their last answer. */
    void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        threads.clear();
    }

    /** Every number that a portal has said it sends to. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    private void send(Random random) {
        while (running) {
            List<PortalProgram> serving = portals.get();
            if (!serving.isEmpty()) {
                send(random, serving.get(random.nextInt(serving.size())));
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void send(Random random, PortalProgram portal) {
        int count = random.nextInt(3) == 0 ? 2 + random.nextInt(MOST_NUMBERS - 1) : 1;
        long first = numbers.getAndAdd(count);
        List<String> to =
                LongStream.range(first, first + count).mapToObj(Long::toString).toList();
        String text = "Text " + random.nextInt(TEXTS);
        Customer customer = customers.get(random.nextInt(customers.size()));
        String query = Calls.encoded(Calls.sending(customer, to.stream().collect(Collectors.joining(",")), text));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + portal.port() + "/bulksms?" + query))
                .timeout(PATIENCE)
                .build();
        try {
            String answer = http.send(request, BodyHandlers.ofString()).body();
            if (answer.startsWith("OK: ")) {
                accepted.addAll(to);
            }
        } catch (IOException _) {
            // Not answered, so nothing was promised: the message may be there or not.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
