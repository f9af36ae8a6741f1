package io.heliograph.smpp;

import org.jsmpp.bean.OptionalParameter;

/** A {@code submit_sm} to be sent; not a record, as it holds an array. */
public final class OutgoingPart {

    private static final byte HEADER = 0x40;
    private static final byte WITH_RECEIPT = 1;

    private final WireAddress source;
    private final WireAddress destination;
    private final Coding coding;
    private final boolean hasHeader;
    private final byte[] body;

    /**
     * A part to be sent.
     *
     * @param hasHeader whether {@code body} begins with a user data header
     * @param body 254 bytes at most
     */
    public OutgoingPart(WireAddress source, WireAddress destination, Coding coding, boolean hasHeader, byte[] body) {
        this.source = source;
        this.destination = destination;
        this.coding = coding;
        this.hasHeader = hasHeader;
        this.body = body.clone();
    }

    /** The PDU, which asks for a receipt. */
    public byte[] pdu(int sequence) {
        return Pdus.write(() -> Pdus.composer()
                .submitSm(
                        sequence,
                        "",
                        source.ton(),
                        source.npi(),
                        source.value(),
                        destination.ton(),
                        destination.npi(),
                        destination.value(),
                        hasHeader ? HEADER : 0,
                        (byte) 0,
                        (byte) 0,
                        "",
                        "",
                        WITH_RECEIPT,
                        (byte) 0,
                        coding.dataCoding(),
                        (byte) 0,
                        body,
                        new OptionalParameter[0]));
    }

    /** Without the text, which must not reach a log. */
    @Override
    public String toString() {
        return "OutgoingPart[" + source + ", " + coding + ", " + body.length + " bytes]";
    }
}
