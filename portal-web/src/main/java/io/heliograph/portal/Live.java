package io.heliograph.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a page up to date: it asks for what it shows every two seconds within a minute of what happens, every five
 * within ten minutes, and every fifteen otherwise.
 *
 * @param url with the version of what is shown; null when nothing more will happen
 * @param version of what is shown, and of how often it is asked for
 * @param seconds between two looks
 */
public record Live(@Nullable String url, String version, long seconds) {

    /** For a page that shows nothing that changes. */
    public static final Live NONE = new Live(null, "", 0);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration YOUNG = Duration.ofMinutes(10);

    /**
     * While something may happen to what is shown.
     *
     * @param url where changes are; the version is added
     * @param shown with texts that are the same on every node
     */
    public static Live at(String url, long seconds, List<?> shown) {
        String version = version(shown, seconds);
        return new Live(url + (url.contains("?") ? "&v=" : "?v=") + version, version, seconds);
    }

    /** When nothing more will happen to what is shown. */
    public static Live over(List<?> shown) {
        return new Live(null, version(shown, 0), 0);
    }

    /** How often to look at something that happened, or will happen, at a time. */
    public static long seconds(Instant happens, Instant now) {
        Duration distance = Duration.between(happens, now).abs();
        if (distance.compareTo(FRESH) < 0) {
            return 2;
        }
        return distance.compareTo(YOUNG) < 0 ? 5 : 15;
    }

    /** Whether what is shown elsewhere, in this version, is no longer how things are. */
    public boolean isNewerThan(String shown) {
        return !version.equals(shown);
    }

    public boolean isOn() {
        return url != null;
    }

    /** When htmx asks, "seen" being a page that comes back from the background; null when nothing more will happen. */
    public @Nullable String trigger() {
        return isOn() ? "every " + seconds + "s, seen" : null;
    }

    private static String version(List<?> shown, long seconds) {
        return Integer.toHexString(List.of(shown, seconds).toString().hashCode());
    }
}
