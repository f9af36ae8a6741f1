package io.heliograph.smppserver;

import io.heliograph.smpp.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what a node that died has left: whole messages are accepted, others given up in time. */
@Component
class PartsSweeper {

    /** Longer than the accepting of a whole message takes. */
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(30);

    private static final int AT_ONCE = 200;
    private static final Logger log = LoggerFactory.getLogger(PartsSweeper.class);

    private final PartRows rows;
    private final Parts parts;
    private final Submitting submitting;
    private final SmppCredentials credentials;

    PartsSweeper(PartRows rows, Parts parts, Submitting submitting, SmppCredentials credentials) {
        this.rows = rows;
        this.parts = parts;
        this.submitting = submitting;
        this.credentials = credentials;
    }

    @Scheduled(fixedDelay = 10_000)
    void sweep() {
        sweep(LEFT_BEHIND, Parts.PATIENCE);
    }

    /** Ends whole messages left for {@code leftBehind}, and others left for {@code patience}. */
    void sweep(Duration leftBehind, Duration patience) {
        rows.untouchedFor(leftBehind, AT_ONCE).stream()
                .filter(waiting -> waiting.parts() == waiting.total())
                .forEach(this::accept);
        rows.untouchedFor(patience, AT_ONCE).forEach(waiting -> parts.giveUp(waiting.tenantId(), waiting.groupId()));
    }

    private void accept(PartRows.Waiting waiting) {
        try {
            List<Part> whole = rows.of(waiting.tenantId(), waiting.groupId());
            if (whole.size() == waiting.total()) {
                Part first = whole.getFirst();
                submitting.accept(new Parts.Kept(
                        credentials.get(waiting.tenantId(), first.credentialId()),
                        waiting.groupId(),
                        waiting.total(),
                        UUID.randomUUID(),
                        whole));
            }
        } catch (RefusedException e) {
            log.info("A message in parts is not accepted: {}", e.reason());
            parts.giveUp(waiting.tenantId(), waiting.groupId());
        }
    }
}
