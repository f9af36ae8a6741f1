package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.Nudges;
import io.heliograph.webhooks.WebhooksProperties;
import io.heliograph.webhooks.http.AllowedAddresses;
import io.heliograph.webhooks.http.WebhookClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's part in delivering webhooks, while the application runs. It is handed what its own node queues, and finds
 * what there was no room for, retries and what a dead node left by searching the queue.
 */
@Component
class Sender implements SmartLifecycle {

    private final Claims claims;
    private final Targets targets;
    private final Recorder recorder;
    private final Nudges nudges;
    private final WebhooksProperties properties;
    private final Clock clock;
    private @Nullable Running running;

    Sender(
            Claims claims,
            Targets targets,
            Recorder recorder,
            Nudges nudges,
            WebhooksProperties properties,
            Clock clock) {
        this.claims = claims;
        this.targets = targets;
        this.recorder = recorder;
        this.nudges = nudges;
        this.properties = properties;
        this.clock = clock;
    }

    private record Running(WebhookClient client, Recording recording, Workshop workshop, Search search, Lanes lanes) {}

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        WebhookClient client = new WebhookClient(
                AllowedAddresses.of(properties.allowPrivate()), properties.timeout(), properties.inFlight(), clock);
        Recording recording = new Recording(recorder);
        Workshop workshop = new Workshop(claims, new Courier(client, clock), recording, properties);
        Lanes lanes = new Lanes(workshop, targets);
        running = new Running(client, recording, workshop, new Search(claims, lanes, properties.pollEvery()), lanes);
        nudges.listen(lanes);
    }

    /** Claims nothing more, ends the exchanges that are under way and records them. */
    @Override
    public synchronized void stop() {
        Running last = running;
        if (last != null) {
            running = null;
            nudges.forget(last.lanes());
            last.search().close();
            last.workshop().close();
            last.recording().close();
            last.client().close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
