package io.heliograph.purchases.stripe.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is started.
 *
 * @param port where it listens on 127.0.0.1; 0 for the port it had last, or any free one
 * @param file where it keeps its sessions, payments and undelivered events; null to forget them with the process
 */
public record StripeSimulatorOptions(int port, @Nullable Path file) {

    /** Any free port, nothing kept. */
    public static StripeSimulatorOptions inMemory() {
        return new StripeSimulatorOptions(0, null);
    }

    /** Everything is kept in a file and found again by the next simulator that is given it. */
    public static StripeSimulatorOptions keptIn(Path file) {
        return new StripeSimulatorOptions(0, file);
    }
}
