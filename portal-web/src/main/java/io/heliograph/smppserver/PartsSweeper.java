package io.heliograph.smppserver;

import io.heliograph.smpp.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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

    /** Ends all whole messages left for {@code leftBehind}, and all others left for {@code patience}. */
    void sweep(Duration leftBehind, Duration patience) {
        endAll(skipped -> rows.wholeUntouchedFor(leftBehind, skipped, AT_ONCE), this::accept);
        endAll(
                skipped -> rows.untouchedFor(patience, skipped, AT_ONCE),
                waiting -> parts.giveUp(waiting.tenantId(), waiting.groupId()));
    }

    /** Some after the other, until there are no more; those that could not be ended are passed over until the next sweep. */
    private static void endAll(IntFunction<List<PartRows.Waiting>> next, Consumer<PartRows.Waiting> end) {
        int left = 0;
        List<PartRows.Waiting> some;
        do {
            some = next.apply(left);
            for (PartRows.Waiting waiting : some) {
                left += isEnded(waiting, end) ? 0 : 1;
            }
        } while (some.size() == AT_ONCE);
    }

    private static boolean isEnded(PartRows.Waiting waiting, Consumer<PartRows.Waiting> end) {
        try {
            end.accept(waiting);
            return true;
        } catch (TransactionException | DataAccessResourceFailureException databaseIsAway) {
            throw databaseIsAway;
        } catch (RuntimeException e) {
            log.error("A message in parts, {} of {}, can't be ended", waiting.groupId(), waiting.tenantId(), e);
            return false;
        }
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
