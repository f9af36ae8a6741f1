package io.heliograph.portal.webhooks;

import io.heliograph.webhooks.Attempt;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A try as a command for a terminal, with the signature that it had. */
final class Curl {

    /** What curl writes by itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "connection", "accept-encoding");

    private Curl() {}

    static String of(Attempt attempt) {
        String headers = attempt.requestHeaders()
                .lines()
                .filter(line -> line.contains(":"))
                .filter(line -> !OWN.contains(
                        line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT)))
                .map(line -> " \\\n  -H " + quoted(line.strip()))
                .collect(Collectors.joining());
        return "curl -X POST " + quoted(attempt.url()) + headers + " \\\n  --data-raw " + quoted(attempt.requestBody());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
