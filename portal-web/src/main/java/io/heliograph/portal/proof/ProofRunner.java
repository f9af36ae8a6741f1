package io.heliograph.portal.proof;

import io.heliograph.ledger.Proof;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the proof in the background, one at a time on this node; its result is read from the database by any. */
@Component
class ProofRunner {

    private static final Logger log = LoggerFactory.getLogger(ProofRunner.class);

    private final Proof proof;
    private final AtomicBoolean running = new AtomicBoolean();

    ProofRunner(Proof proof) {
        this.proof = proof;
    }

    /** Starts a run, unless one is under way. */
    void start() {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("proof").start(this::run);
        }
    }

    private void run() {
        try {
            proof.run();
        } catch (RuntimeException failure) {
            log.error("The ledger proof could not be run", failure);
        } finally {
            running.set(false);
        }
    }
}
