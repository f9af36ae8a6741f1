package io.heliograph.smppserver;

import io.heliograph.credentials.AddressList;

/**
 * What a credential allows.
 *
 * @param addresses from which it may bind
 * @param mostBinds sessions at a time, over all nodes, 1 to 50
 * @param window requests of one session that are worked on at a time, 1 to 500; what comes beyond waits
 * @param segmentsPerSecond of all sessions together, 1 to 10,000; what comes beyond is throttled
 */
public record SmppLimits(AddressList addresses, int mostBinds, int window, int segmentsPerSecond) {

    public static final int MOST_BINDS = 50;
    public static final int WIDEST_WINDOW = 500;
    public static final int MOST_SEGMENTS = 10_000;

    /** What a new credential has. */
    public static final SmppLimits STANDARD = new SmppLimits(AddressList.ALL, 4, 50, 100);

    public SmppLimits {
        require(mostBinds, MOST_BINDS);
        require(window, WIDEST_WINDOW);
        require(segmentsPerSecond, MOST_SEGMENTS);
    }

    /** The numbers in the order in which people enter them, for the log. */
    String numbers() {
        return mostBinds + ", " + window + ", " + segmentsPerSecond;
    }

    private static void require(int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("A limit of 1 to " + most + ", not " + value);
        }
    }
}
