package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.provider.OneS2uClient;
import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.Upstream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A simulator that calls back soon, and a client of it. */
@Timeout(30)
abstract class SimulatedCallbackTest {

    static final Duration SOON = Duration.ofMillis(50);
    static final Duration LATER = Duration.ofMillis(400);
    static final SimulatorOptions OPTIONS = SimulatorOptions.standard("alice", "secret")
            .withTiming(new SimulatorOptions.Timing(SOON, LATER, Duration.ofSeconds(20), List.of(SOON, SOON)));

    final OneS2uClient client = new OneS2uClient();
    final CallbackServer callback = new CallbackServer();
    Simulator simulator = Simulator.start(OPTIONS);

    @BeforeEach
    void register() {
        assertThat(simulator.register(callback.uri())).isTrue();
        callback.requests().clear();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
        callback.close();
    }

    void restart(SimulatorOptions options) {
        simulator.close();
        simulator = Simulator.start(options);
    }

    void awaitReports(int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> callback.reports().size() >= count
                        && simulator.reports().size() >= count);
        assertThat(callback.reports()).hasSize(count);
    }

    SubmitResult submit(String msisdn) {
        return submit(msisdn, Duration.ofSeconds(10));
    }

    SubmitResult submit(String msisdn, Duration timeout) {
        return client.submit(upstream(timeout), new Submit("Shop", "Hi", List.of(msisdn)));
    }

    Upstream upstream(Duration timeout) {
        return new Upstream(simulator.baseUrl(), "alice", "secret", UnicodeForm.UTF_8, timeout);
    }
}
