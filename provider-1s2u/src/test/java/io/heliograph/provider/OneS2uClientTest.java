package io.heliograph.provider;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A client, and accounts of servers that answer as they are told. */
@Timeout(30)
abstract class OneS2uClientTest {

    static final String ID = "3fd23425-6edb-4fec-ba91-8d70f5300fc0";
    static final String PASSWORD = "p&ss wörd";
    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Submit HELLO = new Submit("Shop", "Hello [you] & me", List.of("447700900123"));

    final OneS2uClient client = new OneS2uClient();

    @AfterEach
    void closeClient() {
        client.close();
    }

    static Upstream upstream(RawServer server) {
        return upstream(server.url(), PATIENT);
    }

    static Upstream upstream(String baseUrl, Duration timeout) {
        return new Upstream(baseUrl, "alice", PASSWORD, UnicodeForm.UTF_8, timeout);
    }
}
