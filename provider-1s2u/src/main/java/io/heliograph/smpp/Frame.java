package io.heliograph.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One PDU as it came: whole, with nothing of its body read yet. */
public final class Frame {

    /** A longer one is read by nobody: 64 KiB of {@code message_payload} with room for all else. */
    static final int MAX_BYTES = 70_000;

    private static final int HEADER_BYTES = 16;
    private static final int RESPONSE = 0x80000000;

    private final byte[] bytes;
    private final int commandId;
    private final int status;
    private final int sequence;

    private Frame(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        this.bytes = bytes;
        this.commandId = header.getInt(4);
        this.status = header.getInt(8);
        this.sequence = header.getInt(12);
    }

    /**
     * Reads one, of which the first byte was read already.
     *
     * @throws BadLengthException when its length can't be; what follows can't be told apart any more
     */
    static Frame read(int firstByte, DataInputStream in) throws IOException {
        int length = (firstByte << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        if (length < HEADER_BYTES || length > MAX_BYTES) {
            throw new BadLengthException(length);
        }
        byte[] bytes = new byte[length];
        ByteBuffer.wrap(bytes).putInt(length);
        in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
        return new Frame(bytes);
    }

    public int commandId() {
        return commandId;
    }

    /** The command status of a response; 0 in requests. */
    public int status() {
        return status;
    }

    public int sequence() {
        return sequence;
    }

    boolean isResponse() {
        return (commandId & RESPONSE) != 0;
    }

    /** The command that a response to this request has. */
    public int responseId() {
        return commandId | RESPONSE;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Without the body, in which a password or a text may be. */
    @Override
    public String toString() {
        return "Frame[" + Integer.toHexString(commandId) + ", " + sequence + ", " + bytes.length + " bytes]";
    }

    /** A length that no PDU has. */
    static final class BadLengthException extends IOException {

        private static final long serialVersionUID = 1;

        BadLengthException(int length) {
            super("A PDU of " + Integer.toUnsignedString(length) + " bytes; " + HEADER_BYTES + " to " + MAX_BYTES);
        }
    }
}
