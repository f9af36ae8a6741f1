package io.heliograph.portal;

import io.heliograph.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Messages by day as bars of an SVG, in a grid of {@link #WIDTH} × {@link #HEIGHT}; the same numbers are in its table.
 *
 * @param top the number at the upper line
 */
public record TrafficChart(List<Bar> bars, long top, Traffic total) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 160;

    private static final double BAR_SHARE = 0.68;
    private static final int[] STEPS = {1, 2, 5};

    /**
     * One day; lengths are in the grid, y from above.
     *
     * @param x of the bar
     * @param slotX of the whole day's column
     */
    public record Bar(
            LocalDate day,
            Traffic traffic,
            double x,
            double width,
            double slotX,
            double slotWidth,
            double deliveredY,
            double deliveredHeight,
            double openY,
            double openHeight,
            double failedY,
            double failedHeight) {}

    /** Of one tenant, or of several, whose days are added up. */
    public static TrafficChart of(List<List<UsageDay>> usage) {
        SortedMap<LocalDate, Traffic> days = new TreeMap<>();
        usage.forEach(one -> one.forEach(day -> days.merge(day.day(), Traffic.of(day.usage()), Traffic::plus)));
        long top = niceTop(
                days.values().stream().mapToLong(Traffic::messages).max().orElse(0));
        double slot = (double) WIDTH / Math.max(1, days.size());
        List<Bar> bars = new ArrayList<>();
        days.forEach((day, traffic) -> bars.add(bar(day, traffic, bars.size() * slot, slot, top)));
        Traffic total = days.values().stream().reduce(Traffic.NONE, Traffic::plus);
        return new TrafficChart(List.copyOf(bars), top, total);
    }

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return total.messages() == 0;
    }

    public LocalDate first() {
        return bars.getFirst().day();
    }

    public LocalDate last() {
        return bars.getLast().day();
    }

    private static Bar bar(LocalDate day, Traffic traffic, double slotX, double slot, long top) {
        long rest = traffic.messages() - traffic.delivered() - traffic.failed();
        double delivered = length(traffic.delivered(), top);
        double open = length(Math.max(0, rest), top);
        double failed = length(traffic.failed(), top);
        double width = round(slot * BAR_SHARE);
        return new Bar(
                day,
                traffic,
                round(slotX + (slot - width) / 2),
                width,
                round(slotX),
                round(slot),
                round(HEIGHT - delivered),
                delivered,
                round(HEIGHT - delivered - open),
                open,
                round(HEIGHT - delivered - open - failed),
                failed);
    }

    private static double length(long messages, long top) {
        return round((double) messages / top * HEIGHT);
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** The next of 1, 2, 5, 10, 20, 50 … */
    private static long niceTop(long most) {
        for (long power = 1; ; power *= 10) {
            for (int step : STEPS) {
                if (step * power >= Math.max(most, 1)) {
                    return step * power;
                }
            }
        }
    }
}
