package io.heliograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The long ordeal, which Maven runs in the profile {@code crash}. */
class PortalCrashes {

    @Test
    void losesNothingAndSendsNothingTwice() throws Exception {
        CrashRun run = fromProperties();

        assertThat(run.run()).contains("nothing lost");
    }

    public static void main(String... arguments) throws Exception {
        System.out.println(fromProperties().run());
        System.exit(0);
    }

    private static CrashRun fromProperties() {
        return new CrashRun(
                Path.of(System.getProperty("crash.home", "target/crashes")).toAbsolutePath(),
                Long.getLong("crash.seed", 1),
                Integer.getInteger("crash.kills", 100),
                Integer.getInteger("crash.batch", 25),
                Integer.getInteger("crash.portals", 2),
                Boolean.parseBoolean(System.getProperty("crash.freezes", "true")));
    }
}
