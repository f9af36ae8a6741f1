package io.heliograph.smpp;

/** An address as it is on the wire: what it says, and of which type and plan it is (SMPP 3.4, 5.2.5 and 5.2.6). */
public record WireAddress(byte ton, byte npi, String value) {

    private static final byte INTERNATIONAL = 1;

    /** Whether it counts as having a plus in front. */
    public boolean isInternational() {
        return ton == INTERNATIONAL;
    }
}
