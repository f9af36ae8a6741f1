package io.heliograph.db;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The one MariaDB server of this Java process, for tests; its data stays below {@code target} and is used again. */
public final class TestDatabase {

    private static final EmbeddedMariaDb SERVER = start();

    private TestDatabase() {}

    /** The address of an empty or used schema of this name; it is made when first connected to. */
    public static String jdbcUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:" + SERVER.port() + "/" + schema
                + "?sslMode=DISABLED&createDatabaseIfNotExist=true";
    }

    /** The user that may do everything. */
    public static String username() {
        return EmbeddedMariaDb.USERNAME;
    }

    /** The password of {@link #username}. */
    public static String password() {
        return SERVER.password();
    }

    /** How a context connects to the schema of this name. */
    static JdbcConnectionDetails connection(String schema) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return username();
            }

            @Override
            public String getPassword() {
                return password();
            }

            @Override
            public String getJdbcUrl() {
                return jdbcUrl(schema);
            }
        };
    }

    private static EmbeddedMariaDb start() {
        Path home = Path.of("target", "test-home-" + System.getProperty("fork", "1"))
                .toAbsolutePath();
        EmbeddedMariaDb server = EmbeddedMariaDb.start(home, EmbeddedMariaDb.Durability.RELAXED);
        // After the contexts, which may have something to write yet.
        SpringApplication.getShutdownHandlers().add(server::close);
        return server;
    }
}
