package io.heliograph.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One run of the {@link Proof}.
 *
 * @param transfers how many transfers were folded
 * @param differenceCount how many differences there are, of which at most the first thousand are kept
 */
public record ProofResult(
        UUID id,
        Instant startedAt,
        Instant finishedAt,
        long transfers,
        int differenceCount,
        List<Difference> differences) {

    public ProofResult {
        differences = List.copyOf(differences);
    }

    /** Whether everything adds up. */
    public boolean isClean() {
        return differenceCount == 0;
    }
}
