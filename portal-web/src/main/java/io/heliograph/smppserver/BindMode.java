package io.heliograph.smppserver;

import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.SMPPConstant;

/** What a session was bound for. */
public enum BindMode {
    /** Transmitter: submits. */
    TX(SMPPConstant.CID_BIND_TRANSMITTER),
    /** Receiver: takes receipts. */
    RX(SMPPConstant.CID_BIND_RECEIVER),
    /** Transceiver: both. */
    TRX(SMPPConstant.CID_BIND_TRANSCEIVER);

    private final int commandId;

    BindMode(int commandId) {
        this.commandId = commandId;
    }

    static Optional<BindMode> of(int commandId) {
        return Arrays.stream(values())
                .filter(mode -> mode.commandId == commandId)
                .findFirst();
    }

    boolean mayTransmit() {
        return this != RX;
    }

    boolean mayReceive() {
        return this != TX;
    }
}
