package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.EmbeddedMariaDb.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

class EmbeddedMariaDbIT {

    /** Only the unpacked programs stay from test to test. */
    private static final Path HOME = Path.of("target", "it-home").toAbsolutePath();

    @BeforeEach
    @AfterEach
    void forgetTheData() throws IOException {
        if (Files.exists(HOME)) {
            try (Stream<Path> files = Files.list(HOME)) {
                for (Path file : files.toList()) {
                    if (!file.getFileName().toString().startsWith("mariadb-")) {
                        FileSystemUtils.deleteRecursively(file);
                    }
                }
            }
        }
    }

    @Test
    void keepsItsDataAndItsPassword() {
        String password;
        try (EmbeddedMariaDb server = start()) {
            password = server.password();
            write(server);
        }

        try (EmbeddedMariaDb server = start()) {
            assertThat(read(server)).isEqualTo("kept");
            assertThat(server.password()).isEqualTo(password).hasSize(48);
        }
    }

    @Test
    void endsWithItsOwner() {
        long pid;
        try (EmbeddedMariaDb server = start()) {
            pid = server.pid();
            assertThat(ProcessHandle.of(pid)).isPresent();
        }

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void listensToThisMachineOnly() throws IOException {
        try (EmbeddedMariaDb server = start()) {
            String port = ":%04X ".formatted(server.port());
            List<String> listeners = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                    .flatMap(EmbeddedMariaDbIT::lines)
                    .filter(line -> line.contains(port) && line.contains(" 0A "))
                    .map(line -> line.replaceFirst("^\\s*\\d+: (\\S+) .*", "$1"))
                    .toList();

            assertThat(listeners).containsExactly("0100007F" + port.strip());
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedMariaDb server = start()) {
            for (String user : List.of(EmbeddedMariaDb.USERNAME, "root", "mariadb.sys", "")) {
                for (String password : List.of("", "wrong")) {
                    assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, password))
                            .as("user '%s', password '%s'", user, password)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("denied");
                }
            }
        }
    }

    @Test
    void keepsItsFilesToItsOwner() throws IOException {
        try (EmbeddedMariaDb server = start()) {
            assertThat(permissions(HOME.resolve("database.password"))).isEqualTo("rw-------");
            assertThat(permissions(HOME.resolve("database"))).isEqualTo("rwx------");
            assertThat(HOME.resolve("database.users.sql")).doesNotExist();
            assertThat(Files.readString(HOME.resolve("database.log"))).doesNotContain(server.password());
        }
    }

    @Test
    void isSetUpAsTheApplicationNeedsIt() {
        try (EmbeddedMariaDb server = start()) {
            assertThat(variables(server))
                    .containsEntry("innodb_flush_log_at_trx_commit", "1")
                    .containsEntry("tx_isolation", "READ-COMMITTED")
                    .containsEntry("time_zone", "+00:00")
                    .containsEntry("character_set_server", "utf8mb4")
                    .containsEntry("collation_server", "utf8mb4_unicode_520_ci")
                    .containsEntry("skip_name_resolve", "ON");
        }
    }

    @Test
    void refusesAHomeThatAnotherProcessUses() throws Exception {
        try (EmbeddedMariaDb server = start()) {
            OwnProcess other = OwnProcess.start(HOME, "wait");

            assertThat(other.awaitEnd())
                    .contains(HOME + " is in use by process "
                            + ProcessHandle.current().pid() + ". Stop it, or choose another --heliograph.home.");
            assertThat(ProcessHandle.of(server.pid())).isPresent();
        }
    }

    @Test
    void refusesAHomeThatThisProcessUsesAndStillKeepsItFromOthers() throws Exception {
        try (EmbeddedMariaDb server = start()) {
            assertThatThrownBy(EmbeddedMariaDbIT::start)
                    .isInstanceOf(EmbeddedMariaDbException.class)
                    .hasMessageContaining("in use by process");

            assertThat(OwnProcess.start(HOME, "wait").awaitEnd()).contains("in use by process");
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void stopsWhatAKilledProcessHasLeftRunning() throws Exception {
        OwnProcess killed = OwnProcess.start(HOME, "wait");
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
        OwnProcess failed = OwnProcess.start(HOME, "throw");
        ProcessHandle leftover = failed.awaitMariaDb();

        assertThat(failed.awaitEnd()).contains("after the start");

        start().close();
        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void recoversAfterItWasKilled() {
        try (EmbeddedMariaDb server = start()) {
            write(server);
            ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        }

        try (EmbeddedMariaDb server = start()) {
            assertThat(read(server)).isEqualTo("kept");
        }
    }

    @Test
    void leavesAProcessAloneThatHasTheNumberOfAnOldOne() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(HOME.resolve("database.pid"), Long.toString(stranger.pid()));

            start().close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void beginsAgainWhereAFirstStartWasCutShort() throws Exception {
        Path unfinished = Files.createDirectories(HOME.resolve("database.unfinished"));
        Files.writeString(unfinished.resolve("ibdata1"), "half");

        try (EmbeddedMariaDb server = start()) {
            write(server);
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void saysInASentenceWhyItDoesNotStartAndLeavesNothingBehind() throws Exception {
        Files.createDirectories(HOME.resolve("database"));
        Files.writeString(HOME.resolve("database").resolve("ibdata1"), "no tablespace");

        assertThatThrownBy(EmbeddedMariaDbIT::start)
                .isInstanceOf(EmbeddedMariaDbException.class)
                .message()
                .startsWith("The embedded MariaDB does not start: ")
                .contains("InnoDB", "(more in " + HOME.resolve("database.log") + ")")
                .hasLineCount(1);

        long pid = Long.parseLong(Files.readString(HOME.resolve("database.pid")));
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(HOME.resolve("database.users.sql")).doesNotExist();
        FileSystemUtils.deleteRecursively(HOME.resolve("database"));
        start().close();
    }

    @Test
    void saysThatAHomeCannotBeUsed() {
        Path home = Path.of("/proc/heliograph");

        assertThatThrownBy(() -> EmbeddedMariaDb.start(home, Durability.FULL))
                .isInstanceOf(EmbeddedMariaDbException.class)
                .hasMessage("The folder /proc/heliograph can't be used. Choose another with --heliograph.home.");
    }

    private static EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(HOME, Durability.FULL);
    }

    private static void write(EmbeddedMariaDb server) {
        client(server)
                .sql("CREATE TABLE note (text VARCHAR(20)) ENGINE = InnoDB")
                .update();
        client(server).sql("INSERT INTO note VALUES ('kept')").update();
    }

    private static String read(EmbeddedMariaDb server) {
        return client(server).sql("SELECT text FROM note").query(String.class).single();
    }

    private static Map<String, String> variables(EmbeddedMariaDb server) {
        return client(server)
                .sql("SHOW GLOBAL VARIABLES")
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JdbcClient client(EmbeddedMariaDb server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.jdbcUrl(), EmbeddedMariaDb.USERNAME, server.password()));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.exists(Path.of(file)) ? Files.readAllLines(Path.of(file)).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
