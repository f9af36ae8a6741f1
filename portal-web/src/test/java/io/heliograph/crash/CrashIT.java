package io.heliograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A short ordeal, the same every time: never twice, never lost. The long one is {@link PortalCrashes}. */
class CrashIT {

    private static final long SEED = 20_261_125;
    private static final int KILLS = 5;

    @Test
    void losesNothingAndSendsNothingTwice() throws Exception {
        CrashRun run = new CrashRun(Path.of("target", "crash").toAbsolutePath(), SEED, KILLS, KILLS, 2, false);

        assertThat(run.run()).contains("nothing lost");
    }
}
