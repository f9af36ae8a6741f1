package io.heliograph.portal;

import java.util.Locale;

/** The colour of a state; the word beside it says it all. */
public enum Tone {
    GOOD,
    OPEN,
    DOUBT,
    BAD,
    IDLE;

    /** The end of its CSS class. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
