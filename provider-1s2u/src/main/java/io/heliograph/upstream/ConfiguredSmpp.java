package io.heliograph.upstream;

import io.heliograph.db.StartWork;
import io.heliograph.dispatch.ConfiguredAccount;
import io.heliograph.dispatch.ProviderProperties;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The SMPP of the account that settings name; what the operator changed beside host, port and TLS stays. */
@Component
class ConfiguredSmpp {

    private final Upstreams upstreams;
    private final ProviderProperties properties;
    private final StartWork start;

    ConfiguredSmpp(Upstreams upstreams, ProviderProperties properties, StartWork start) {
        this.upstreams = upstreams;
        this.properties = properties;
        this.start = start;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        if (properties.hasSmpp()) {
            start.run("The SMPP of the settings", this::setUp);
        }
    }

    private void setUp() {
        SmppSettings known = upstreams.settingsOf(ConfiguredAccount.ID);
        upstreams.save(
                ConfiguredAccount.ID,
                new SmppSettings(
                        properties.hasBaseUrl() ? Transport.HTTP_THEN_SMPP : Transport.SMPP,
                        String.valueOf(properties.smppHost()),
                        properties.smppPort(),
                        properties.smppTls(),
                        known.sessions(),
                        known.window(),
                        known.segmentsPerSecond(),
                        known.ids()));
    }
}
