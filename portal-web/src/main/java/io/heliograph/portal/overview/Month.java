package io.heliograph.portal.overview;

import io.heliograph.usage.UsageByState;
import io.heliograph.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A bar for each of the last days.
 *
 * @param most messages on the busiest day
 */
record Month(List<Bar> bars, long most, long messages, long delivered, long failed) {

    static final int HEIGHT = 120;
    private static final int STEP = 20;
    private static final int WIDTH = 14;

    /**
     * One day. Positions and lengths are in the units of the drawing, whose height is {@link #HEIGHT}.
     *
     * @param x its left edge
     * @param delivered its lowest piece, in green
     * @param failed the piece above that, in red
     * @param open the piece on top, in blue
     */
    record Bar(LocalDate day, UsageByState usage, int x, int width, int delivered, int failed, int open) {

        public int deliveredY() {
            return HEIGHT - delivered;
        }

        public int failedY() {
            return deliveredY() - failed;
        }

        public int openY() {
            return failedY() - open;
        }
    }

    static Month of(List<UsageDay> days) {
        long most = days.stream().mapToLong(day -> day.usage().messages()).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (UsageDay day : days) {
            UsageByState usage = day.usage();
            bars.add(new Bar(
                    day.day(),
                    usage,
                    bars.size() * STEP + (STEP - WIDTH) / 2,
                    WIDTH,
                    length(usage.delivered(), most),
                    length(usage.failed(), most),
                    length(usage.messages() - usage.delivered() - usage.failed(), most)));
        }
        return new Month(
                bars,
                most,
                sum(days, UsageByState::messages),
                sum(days, UsageByState::delivered),
                sum(days, UsageByState::failed));
    }

    public int width() {
        return bars.size() * STEP;
    }

    public int height() {
        return HEIGHT;
    }

    public boolean isEmpty() {
        return messages == 0;
    }

    /** What is there is seen, however little it is. */
    private static int length(long messages, long most) {
        return messages <= 0 ? 0 : (int) Math.max(2, messages * HEIGHT / most);
    }

    private static long sum(List<UsageDay> days, ToLongFunction<UsageByState> number) {
        return days.stream().map(UsageDay::usage).mapToLong(number).sum();
    }
}
