package io.heliograph.provider;

import static io.heliograph.provider.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A request that must keep to a pace (contract H2) leaves at its moment, or not at all. */
class DepartureTests extends OneS2uClientTest {

    @Test
    void h2IsAskedOnAnOpenConnectionWhetherItMayLeave() {
        List<String> happened = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer(socket -> {
            happened.add("connected");
            socket.getInputStream().read();
            happened.add("first byte");
            write(socket, RawServer.http(200, "[]"));
        })) {
            client.lookup(upstream(server), List.of("447700900123"), () -> {
                await().until(() -> happened.contains("connected"));
                return happened.add("leaves");
            });
        }

        assertThat(happened).containsExactly("connected", "leaves", "first byte");
    }

    @Test
    void h2WhatMayNotLeaveIsNotAsked() {
        try (RawServer server = RawServer.answering(RawServer.http(200, "[]"))) {
            HlrResult result = client.lookup(upstream(server), List.of("447700900123"), () -> false);

            assertThat(result).isInstanceOf(HlrResult.NotAsked.class);
            assertThat(server.requests()).isEmpty();
        }
    }
}
