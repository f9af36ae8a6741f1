package io.heliograph.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Proves that every credit is accounted for: all accounts sum to zero, each wallet equals the fold of its transfers, and
 * so on through every {@link ProofCheck}. Each night at 02:10 UTC, and on demand.
 */
@Component
public class Proof {

    private final ProofRun run;
    private final ProofRows results;

    Proof(ProofRun run, ProofRows results) {
        this.run = run;
        this.results = results;
    }

    /** Runs all checks now, on one snapshot of the database, and keeps the result. Takes seconds for millions of transfers. */
    public ProofResult run() {
        return run.now();
    }

    /** The last result; empty if the proof never ran. */
    public Optional<ProofResult> latest() {
        return results.latest();
    }

    /** The last results, newest first. */
    public List<ProofResult> latest(int limit) {
        return results.latest(limit);
    }
}
