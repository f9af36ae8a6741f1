package io.heliograph.provider.simulator;

import java.math.BigDecimal;
import java.time.Duration;

/** The one account at the simulator. */
final class SimulatedAccount {

    private final String username;
    private final String password;
    private final RateWindow requests;
    private final RateWindow balances;
    private final RateWindow lookups;
    private BigDecimal credits;
    private int hlrCredits;

    SimulatedAccount(SimulatorOptions options) {
        username = options.username();
        password = options.password();
        credits = options.credits();
        requests = new RateWindow(options.limits().requestsPerSecond(), Duration.ofSeconds(1));
        lookups = new RateWindow(options.hlr().requestsPerSecond(), Duration.ofSeconds(1));
        hlrCredits = options.hlr().credits();
        balances = new RateWindow(options.limits().balancesPerMinute(), Duration.ofMinutes(1));
    }

    boolean accepts(String givenUsername, String givenPassword) {
        return username.equals(givenUsername) && password.equals(givenPassword);
    }

    boolean admitsRequest() {
        return requests.admits();
    }

    boolean admitsBalance() {
        return balances.admits();
    }

    boolean admitsLookup() {
        return lookups.admits();
    }

    /** Lookups have credits of their own (contract H4). */
    synchronized boolean chargeLookups(int numbers) {
        if (hlrCredits < numbers) {
            return false;
        }
        hlrCredits -= numbers;
        return true;
    }

    synchronized int hlrCredits() {
        return hlrCredits;
    }

    synchronized void setHlrCredits(int newCredits) {
        hlrCredits = newCredits;
    }

    synchronized boolean charge(int amount) {
        BigDecimal left = credits.subtract(BigDecimal.valueOf(amount));
        if (left.signum() < 0) {
            return false;
        }
        credits = left;
        return true;
    }

    synchronized BigDecimal credits() {
        return credits;
    }

    synchronized void setCredits(BigDecimal newCredits) {
        credits = newCredits;
    }
}
