package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Processes that want the same home, and what they leave running when they are killed. */
class MariaDbOwnersIT extends MadeMariaDbTest {

    @Test
    void refusesAHomeThatAnotherProcessUses() throws Exception {
        try (EmbeddedMariaDb server = start()) {
            OwnProcess other = OwnProcess.start(home, "wait");

            assertThat(other.awaitEnd())
                    .contains(home + " is in use by process "
                            + ProcessHandle.current().pid() + ". Stop it, or choose another --heliograph.home.");
            assertThat(ProcessHandle.of(server.pid())).isPresent();
        }
    }

    @Test
    void refusesAHomeThatThisProcessUsesAndStillKeepsItFromOthers() throws Exception {
        try (EmbeddedMariaDb server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedMariaDbException.class)
                    .hasMessageContaining("in use by process");

            assertThat(OwnProcess.start(home, "wait").awaitEnd()).contains("in use by process");
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void stopsWhatAKilledProcessHasLeftRunning() throws Exception {
        OwnProcess killed = OwnProcess.start(home, "wait");
        ProcessHandle leftover = killed.awaitMariaDb();

        killed.kill();
        assertThat(leftover.isAlive()).isTrue();

        try (EmbeddedMariaDb server = start()) {
            assertThat(leftover.isAlive()).isFalse();
            write(server);
            assertThat(read(server)).isEqualTo("kept");
        }
    }

    @Test
    void doesNotKeepAProcessThatFailedAlive() throws Exception {
        OwnProcess failed = OwnProcess.start(home, "throw");
        ProcessHandle leftover = failed.awaitMariaDb();

        assertThat(failed.awaitEnd()).contains("after the start");

        start().close();
        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void leavesAProcessAloneThatHasTheNumberOfAnOldOne() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.resolve("database.pid"), Long.toString(stranger.pid()));

            start().close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }
}
