package io.heliograph.db;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How to connect to the embedded MariaDB. */
record EmbeddedConnection(EmbeddedMariaDb server) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return EmbeddedMariaDb.USERNAME;
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl();
    }
}
