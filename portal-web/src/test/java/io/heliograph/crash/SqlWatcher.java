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
    /** Whatever a statement is about is said by then, also after a table of keys. */
    private static final int READ = 65_536;

    private final Trap trap;
    private final Runnable claimed;
    private final Map<Integer, Conversation> conversations = new ConcurrentHashMap<>();

    /** @param claimed is told of each commit of a claim that the portal has */
    SqlWatcher(Trap trap, Runnable claimed) {
        this.trap = trap;
        this.claimed = claimed;
    }

    /** What is known of a connection. */
    private static final class Conversation {
        private final Set<Step> steps = EnumSet.noneOf(Step.class);
        private boolean inTransaction;
        private boolean committing;
    }

    @Override
    public boolean lets(Passage passage) {
        int port = passage.callersPort();
        Conversation conversation = conversations.computeIfAbsent(port, _ -> new Conversation());
        if (passage.way() == Way.REQUEST) {
            return passage.length() <= HEAD || lets(conversation, port, text(passage));
        }
        if (!conversation.committing) {
            return true;
        }
        conversation.committing = false;
        boolean struck = strikes(conversation, Moment.AFTER_COMMIT, port);
        if (!struck && conversation.steps.contains(Step.CLAIM)) {
            claimed.run();
        }
        conversation.steps.clear();
        return !struck;
    }

    @Override
    public void closed(int callersPort) {
        conversations.remove(callersPort);
    }

    private boolean lets(Conversation conversation, int port, String statement) {
        String start = statement.substring(0, Math.min(statement.length(), 20)).toUpperCase(Locale.ROOT);
        if (start.startsWith("COMMIT")) {
            return letsCommit(conversation, port);
        }
        if (start.startsWith("ROLLBACK")) {
            conversation.steps.clear();
        } else if (start.startsWith("SET AUTOCOMMIT=") || start.startsWith("START TRANSACTION")) {
            conversation.inTransaction = !start.startsWith("SET AUTOCOMMIT=1");
        } else {
            conversation.steps.addAll(Step.in(statement));
            return !strikes(conversation, Moment.IN_THE_MIDDLE, port)
                    && (conversation.inTransaction || letsCommit(conversation, port));
        }
        return true;
    }

    private boolean letsCommit(Conversation conversation, int port) {
        conversation.committing = true;
        return !strikes(conversation, Moment.BEFORE_COMMIT, port);
    }

    private boolean strikes(Conversation conversation, Moment moment, int port) {
        return conversation.steps.stream()
                .flatMap(step -> CrashPoint.of(step, moment).stream())
                .anyMatch(point -> trap.passes(point, port));
    }

    private static String text(Passage passage) {
        int length = Math.min(passage.length() - HEAD, READ);
        return new String(passage.bytes(), HEAD, length, StandardCharsets.ISO_8859_1);
    }
}
