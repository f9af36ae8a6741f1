package io.heliograph.ledger;

import java.util.List;

/**
 * What another module has to prove about its own rows and the ledger's. Runs inside the proof's transaction, on the same
 * snapshot of the database; must only read.
 */
public interface ProofCheck {

    /** What is off; empty if all is well. */
    List<Difference> check();
}
