package io.heliograph.db;

import io.heliograph.db.EmbeddedMariaDb.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A test of the embedded MariaDB itself, in an empty home of its own. */
abstract class MariaDbTest {

    /** How the files begin that stay from test to test: the unpacked programs do. */
    static final String STAYS = "mariadb-";

    final Path home = Path.of("target", "home-of-" + getClass().getSimpleName()).toAbsolutePath();

    @BeforeEach
    @AfterEach
    void forgetTheData() throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.list(home)) {
                for (Path file : files.toList()) {
                    if (!file.getFileName().toString().startsWith(STAYS)) {
                        FileSystemUtils.deleteRecursively(file);
                    }
                }
            }
        }
    }

    EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(home, Durability.FULL);
    }

    static void write(EmbeddedMariaDb server) {
        client(server)
                .sql("CREATE TABLE note (text VARCHAR(20)) ENGINE = InnoDB")
                .update();
        client(server).sql("INSERT INTO note VALUES ('kept')").update();
    }

    static String read(EmbeddedMariaDb server) {
        return client(server).sql("SELECT text FROM note").query(String.class).single();
    }

    static JdbcClient client(EmbeddedMariaDb server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.jdbcUrl(), EmbeddedMariaDb.USERNAME, server.password()));
    }
}
