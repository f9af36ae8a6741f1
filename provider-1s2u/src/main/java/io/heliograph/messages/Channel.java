package io.heliograph.messages;

/** The way in by which a submission came. */
public enum Channel {
    BROWSER(10_000),
    /** The API that is compatible with 1s2u's (contract S4). */
    BULKSMS(15),
    REST(1_000),
    SMPP(1),
    EMAIL(50);

    private final int mostNumbers;

    Channel(int mostNumbers) {
        this.mostNumbers = mostNumbers;
    }

    /** How many different numbers one submission may have. */
    public int mostNumbers() {
        return mostNumbers;
    }
}
