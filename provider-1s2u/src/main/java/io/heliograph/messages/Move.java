package io.heliograph.messages;

import org.jspecify.annotations.Nullable;

/**
 * A change of state that is wanted.
 *
 * @param message as it was read: it is moved only if it is still so
 * @param reason why, for states that need one
 * @param providerMessageId 1s2u's id, if it became known; null leaves what is known
 * @param refund whether the price goes back with it
 * @param tried whether a request with it left, or tried to
 * @param locked whether it was read under a lock of this transaction, so that it is certainly still so
 */
record Move(
        Message message,
        MessageState next,
        @Nullable String reason,
        @Nullable String providerMessageId,
        boolean refund,
        boolean tried,
        boolean locked) {

    Move {
        if (!message.state().canBecome(next)) {
            throw new IllegalStateException("A message that is " + message.state() + " can't become " + next);
        }
    }

    static Move to(MessageState next, Message message) {
        return new Move(message, next, null, null, false, false, false);
    }

    Move because(@Nullable String why) {
        return new Move(message, next, why, providerMessageId, refund, tried, locked);
    }

    Move known(@Nullable String id) {
        return new Move(message, next, reason, id, refund, tried, locked);
    }

    Move refunded() {
        return new Move(message, next, reason, providerMessageId, true, tried, locked);
    }

    Move afterTry() {
        return new Move(message, next, reason, providerMessageId, refund, true, locked);
    }

    Move underLock() {
        return new Move(message, next, reason, providerMessageId, refund, tried, true);
    }

    /** Moves that write the same, but for 1s2u's id. */
    Alike alike() {
        return new Alike(next, reason, refund, tried);
    }

    record Alike(MessageState next, @Nullable String reason, boolean refund, boolean tried) {}
}
