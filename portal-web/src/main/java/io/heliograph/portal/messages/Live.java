package io.heliograph.portal.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a page up to date (ui, one recipe).
 *
 * @param url with the version of what is shown; null when nothing more will happen
 * @param version of what is shown
 * @param seconds between two looks
 */
record Live(@Nullable String url, String version, long seconds) {

    static final Live NONE = new Live(null, "", 0);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration YOUNG = Duration.ofMinutes(10);

    /** 2 s in the first minute after something happened, 5 s to ten minutes, then 15 s. */
    static long seconds(Instant happened, Instant now) {
        Duration age = Duration.between(happened, now);
        if (age.compareTo(FRESH) < 0) {
            return 2;
        }
        return age.compareTo(YOUNG) < 0 ? 5 : 15;
    }

    /** A short name of what is shown, the same on every node. */
    static String version(List<?> shown) {
        return Integer.toHexString(shown.toString().hashCode());
    }

    /** Whether what is shown elsewhere, in this version, is no longer how things are. */
    public boolean isNewerThan(String shown) {
        return !version.equals(shown);
    }

    public boolean isOn() {
        return url != null;
    }

    /** When htmx asks; "seen" is a page that comes back from the background. */
    public String trigger() {
        return "every " + seconds + "s, seen";
    }
}
