package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server whose data is there already: what it keeps, and whom it lets in. */
class EmbeddedMariaDbIT extends MadeMariaDbTest {

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

    private static Map<String, String> variables(EmbeddedMariaDb server) {
        return client(server)
                .sql("SHOW GLOBAL VARIABLES")
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.exists(Path.of(file)) ? Files.readAllLines(Path.of(file)).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
