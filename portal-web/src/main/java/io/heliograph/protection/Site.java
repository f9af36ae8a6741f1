package io.heliograph.protection;

import java.util.Locale;

/**
 * Where a browser is: passkeys belong to one host.
 *
 * @param host such as {@code sms.example.com}
 * @param origin scheme, host and port, as browsers say it
 * @param name of the brand, shown by the browser
 */
public record Site(String host, String origin, String name) {

    public Site {
        host = host.toLowerCase(Locale.ROOT);
        origin = origin.toLowerCase(Locale.ROOT);
    }
}
