package io.heliograph.portal.overview;

import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.portal.customers.CustomerLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a seller's customers needs a hand.
 *
 * @param all the worst first
 * @param customers how many there are at all
 */
record Needs(List<Need> all, int customers) {

    private static final int SHOWN = 8;

    /** One customer with what is the matter with it. */
    record Need(CustomerLine line, String key, Status status) {}

    static Needs of(List<CustomerLine> lines) {
        List<Need> failing = new ArrayList<>();
        List<Need> low = new ArrayList<>();
        List<Need> suspended = new ArrayList<>();
        for (CustomerLine line : lines) {
            if (line.isSuspended()) {
                suspended.add(new Need(line, "suspended", line.status()));
                continue;
            }
            if (line.week().failsTooOften()) {
                failing.add(new Need(line, "failing", new Status("needs.failing", "cross", Tone.BAD, null)));
            }
            if (line.isLow()) {
                low.add(new Need(line, "low", new Status("needs.low", "alert", Tone.DOUBT, null)));
            }
        }
        List<Need> all = new ArrayList<>(failing);
        all.addAll(low);
        all.addAll(suspended);
        return new Needs(List.copyOf(all), lines.size());
    }

    /** Those that fit on the page. */
    public List<Need> shown() {
        return all.size() > SHOWN ? all.subList(0, SHOWN) : all;
    }

    /** How many more there are. */
    public int more() {
        return all.size() - shown().size();
    }
}
