package io.heliograph.upstream;

import io.heliograph.provider.smpp.IdForm;

/**
 * How an account is reached by SMPP; username and password are the account's.
 *
 * @param tls whether the connection is encrypted
 * @param sessions over all nodes, 1 to 20; 1s2u allows 2
 * @param window parts of one session that may wait for their answer, 1 to 500
 * @param segmentsPerSecond over all nodes, 1 to 10,000; 1s2u allows 30 unless agreed otherwise
 * @param ids how ids are written in answers and receipts
 */
public record SmppSettings(
        Transport transport,
        String host,
        int port,
        boolean tls,
        int sessions,
        int window,
        int segmentsPerSecond,
        IdForm ids) {

    public static final int MOST_SESSIONS = 20;
    public static final int WIDEST_WINDOW = 500;
    public static final int MOST_SEGMENTS = 10_000;
    public static final int LAST_PORT = 65_535;

    /** An account that was not set up for SMPP, with 1s2u's own figures for one that will be. */
    public static final SmppSettings NONE = new SmppSettings(Transport.HTTP, "", 2779, false, 2, 10, 30, IdForm.SAME);

    public SmppSettings {
        require(port, LAST_PORT);
        require(sessions, MOST_SESSIONS);
        require(window, WIDEST_WINDOW);
        require(segmentsPerSecond, MOST_SEGMENTS);
        if (transport.usesSmpp() && host.isBlank()) {
            throw new IllegalArgumentException("SMPP needs a host");
        }
    }

    private static void require(int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("A setting of 1 to " + most + ", not " + value);
        }
    }
}
