package io.heliograph.crash;

import io.heliograph.crash.CrashPoint.Moment;
import io.heliograph.crash.CrashPoint.Step;
import io.heliograph.crash.Wire.Passage;
import io.heliograph.crash.Wire.Way;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the statements between a portal and its database as far as it must to know which step a transaction is part of,
 * and when it commits.
 */
final class SqlWatcher implements Wire.Watcher {

    /** The length, the number and the command that a statement's text follows. */
    private static final int HEAD = 5;
    /** Whatever a statement is about is said at its beginning. */
    private static final int READ = 4_096;

    private final Trap trap;
    private final Map<Integer, Conversation> conversations = new ConcurrentHashMap<>();

    SqlWatcher(Trap trap) {
        this.trap = trap;
    }

    /** What is known of a connection. */
    private static final class Conversation {
        private final Set<Step> steps = EnumSet.noneOf(Step.class);
        private boolean inTransaction;
        private boolean committing;
    }

    @Override
    public void before(Passage passage) {
        Conversation conversation = conversations.computeIfAbsent(passage.callersPort(), _ -> new Conversation());
        if (passage.way() == Way.REQUEST) {
            if (passage.length() > HEAD) {
                request(conversation, passage.callersPort(), text(passage));
            }
        } else if (conversation.committing) {
            conversation.committing = false;
            pass(conversation, Moment.AFTER_COMMIT, passage.callersPort());
            conversation.steps.clear();
        }
    }

    private void request(Conversation conversation, int port, String statement) {
        String start = statement.substring(0, Math.min(statement.length(), 20)).toUpperCase(Locale.ROOT);
        if (start.startsWith("SET AUTOCOMMIT=0") || start.startsWith("START TRANSACTION")) {
            conversation.inTransaction = true;
        } else if (start.startsWith("COMMIT")) {
            commit(conversation, port);
        } else if (start.startsWith("ROLLBACK")) {
            conversation.steps.clear();
        } else {
            if (start.startsWith("SET AUTOCOMMIT=1")) {
                conversation.inTransaction = false;
            }
            conversation.steps.addAll(Step.in(statement));
            pass(conversation, Moment.IN_THE_MIDDLE, port);
            if (!conversation.inTransaction) {
                commit(conversation, port);
            }
        }
    }

    private void commit(Conversation conversation, int port) {
        pass(conversation, Moment.BEFORE_COMMIT, port);
        conversation.committing = true;
    }

    private void pass(Conversation conversation, Moment moment, int port) {
        for (Step step : conversation.steps) {
            CrashPoint.of(step, moment).ifPresent(point -> trap.passes(point, port));
        }
    }

    private static String text(Passage passage) {
        int length = Math.min(passage.length() - HEAD, READ);
        return new String(passage.bytes(), HEAD, length, StandardCharsets.ISO_8859_1);
    }
}
