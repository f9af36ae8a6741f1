package io.heliograph.smpp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a receipt says of a message: the word in its text, and the number in {@code message_state} (SMPP 3.4, 5.2.28). */
public enum ReceiptState {
    ENROUTE(1),
    DELIVRD(2),
    EXPIRED(3),
    DELETED(4),
    UNDELIV(5),
    ACCEPTD(6),
    UNKNOWN(7),
    REJECTD(8);

    /** Some cut the word; fewer letters would fit two. */
    private static final int SHORTEST = 4;

    private final int code;

    ReceiptState(int code) {
        this.code = code;
    }

    public byte code() {
        return (byte) code;
    }

    public boolean isDelivered() {
        return this == DELIVRD;
    }

    public static Optional<ReceiptState> of(int code) {
        return Arrays.stream(values()).filter(state -> state.code == code).findFirst();
    }

    /** The state that a text names: as it is written, cut, or spelt out as some do. */
    public static Optional<ReceiptState> of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> (upper.length() >= SHORTEST && state.name().startsWith(upper))
                        || upper.startsWith(state.stem()))
                .findFirst();
    }

    /** What all spellings begin with: DELIVRD and DELIVERED, REJECTD and REJECTED. */
    private String stem() {
        return name().substring(0, 5);
    }
}
