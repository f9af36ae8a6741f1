package io.heliograph.portal;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** The time zones to choose from: those named by a place. */
public final class Zones {

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    public static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC") || PLACE.matcher(zone).matches())
            .sorted()
            .toList();

    private Zones() {}
}
