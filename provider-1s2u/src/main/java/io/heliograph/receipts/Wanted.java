package io.heliograph.receipts;

import io.heliograph.smpp.ReceiptState;

/** Which receipts a message asked for ({@code registered_delivery}, bits 1 and 0). */
public enum Wanted {
    NONE,
    ALL,
    FAILURES,
    /** As SMPP 5.0 has it. */
    SUCCESS;

    private static final int BITS = 0b11;

    public static Wanted of(byte registeredDelivery) {
        return values()[registeredDelivery & BITS];
    }

    boolean covers(ReceiptState state) {
        return switch (this) {
            case NONE -> false;
            case ALL -> true;
            case FAILURES -> !state.isDelivered();
            case SUCCESS -> state.isDelivered();
        };
    }
}
