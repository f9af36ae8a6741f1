package io.heliograph.bench;

import org.junit.jupiter.api.Test;

/** Starts the benchmark where Maven runs it, which is in the profile {@code bench}. */
class PortalBench {

    @Test
    void measures() throws Exception {
        Benchmark.main();
    }
}
