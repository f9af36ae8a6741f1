package io.heliograph.sandbox;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.dispatch.ConfiguredAccount;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.lookups.LookupAccounts;
import io.heliograph.provider.simulator.Simulator;
import io.heliograph.provider.simulator.SimulatorOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The provider of the sandbox: the one that is configured, or else a 1s2u simulator of our own. */
@Component
@ConditionalOnSandbox
class SandboxProvider implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SandboxProvider.class);

    private static final String LOGIN = "sandbox";

    /** As many as 1s2u was seen to take (contract H3b). */
    private static final int NUMBERS_PER_LOOKUP = LookupAccounts.MOST_NUMBERS_PER_REQUEST;

    private final ConfiguredAccount configured;
    private final LookupAccounts lookups;

    private @Nullable Simulator simulator;
    private @Nullable ProviderAccount simulated;

    SandboxProvider(ConfiguredAccount configured, LookupAccounts lookups) {
        this.configured = configured;
        this.lookups = lookups;
    }

    void seed() {
        if (configured.setUp().isPresent()) {
            return;
        }
        SimulatorOptions options = SimulatorOptions.standard(LOGIN, LOGIN);
        Simulator started = Simulator.start(options.withHlr(options.hlr().withNumbersPerRequest(NUMBERS_PER_LOOKUP)));
        simulator = started;
        simulated = configured.setUp(started.baseUrl(), LOGIN, LOGIN);
        lookups.startWithNumbersPerRequest(simulated.id(), NUMBERS_PER_LOOKUP);
    }

    /** The simulator looks at the callback address before it takes it, so it is told when pages are served. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (simulator != null
                && simulated != null
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            String address = "http://127.0.0.1:" + web.getWebServer().getPort();
            if (!simulator.register(URI.create(address + "/dlr/1s2u/" + simulated.dlrToken()))) {
                log.error("The 1s2u simulator can't reach {}: delivery reports will not come", address);
            }
        }
    }

    @Override
    public void destroy() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
