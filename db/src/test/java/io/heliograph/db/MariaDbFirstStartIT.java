package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.EmbeddedMariaDb.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The first start in a home: the data is made, or a sentence says why not. */
class MariaDbFirstStartIT extends MariaDbTest {

    @Test
    void keepsItsFilesToItsOwner() throws IOException {
        try (EmbeddedMariaDb server = start()) {
            assertThat(permissions(home.resolve("database.password"))).isEqualTo("rw-------");
            assertThat(permissions(home.resolve("database"))).isEqualTo("rwx------");
            assertThat(home.resolve("database.users.sql")).doesNotExist();
            assertThat(Files.readString(home.resolve("database.log"))).doesNotContain(server.password());
        }
    }

    @Test
    void beginsAgainWhereAFirstStartWasCutShort() throws Exception {
        Path unfinished = Files.createDirectories(home.resolve("database.unfinished"));
        Files.writeString(unfinished.resolve("ibdata1"), "half");

        try (EmbeddedMariaDb server = start()) {
            write(server);
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void saysInASentenceWhyItDoesNotStartAndLeavesNothingBehind() throws Exception {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database").resolve("ibdata1"), "no tablespace");

        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedMariaDbException.class)
                .message()
                .startsWith("The embedded MariaDB does not start: ")
                .contains("InnoDB", "(more in " + home.resolve("database.log") + ")")
                .hasLineCount(1);

        long pid = Long.parseLong(Files.readString(home.resolve("database.pid")));
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home.resolve("database.users.sql")).doesNotExist();
        FileSystemUtils.deleteRecursively(home.resolve("database"));
        start().close();
    }

    @Test
    void saysThatAHomeCannotBeUsed() {
        Path unusable = Path.of("/proc/heliograph");

        assertThatThrownBy(() -> EmbeddedMariaDb.start(unusable, Durability.FULL))
                .isInstanceOf(EmbeddedMariaDbException.class)
                .hasMessage("The folder /proc/heliograph can't be used. Choose another with --heliograph.home.");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
