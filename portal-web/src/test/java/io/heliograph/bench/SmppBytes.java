package io.heliograph.bench;

import io.heliograph.smpp.Coding;
import io.heliograph.smpp.OutgoingPart;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.WireAddress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A {@code submit_sm} that was composed once: each further one differs in its sequence number, number and reference. */
final class SmppBytes {

    static final int HEADER = 16;
    static final int SUBMIT_RESP = 0x80000004;

    private static final int SEQUENCE = 12;
    private static final int DIGITS = 12;
    private static final String SENDER = "BENCH";
    private static final String TEXT = "Your verification code is 123456. It expires in 10 minutes.";

    /** Service type, sender with its TON and NPI, and TON and NPI of the number are before it. */
    private static final int NUMBER = HEADER + 1 + 2 + SENDER.length() + 1 + 2;

    /** After the number and its end: class, protocol, priority, two empty times. No receipt, as calls by HTTP have none. */
    private static final int RECEIPT = NUMBER + DIGITS + 1 + 3 + 2;

    private final byte[] whole;
    private final boolean hasReference;

    private SmppBytes(byte[] whole, boolean hasReference) {
        this.whole = whole;
        this.hasReference = hasReference;
        whole[RECEIPT] = 0;
    }

    /** @param ownTexts whether each text ends with its number */
    static SmppBytes of(long number, boolean ownTexts) {
        String text = ownTexts ? TEXT + " Ref " + number : TEXT;
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        OutgoingPart part = new OutgoingPart(
                new WireAddress((byte) 5, (byte) 0, SENDER),
                new WireAddress((byte) 1, (byte) 1, Long.toString(number)),
                Coding.GSM,
                false,
                body);
        return new SmppBytes(part.pdu(1), ownTexts);
    }

    static byte[] bind(String systemId, String password) {
        return Pdus.bindTransceiver(1, systemId, password);
    }

    /** Reads one answer that is to be good. */
    static void requireOk(SocketChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        fill(channel, header);
        fill(channel, ByteBuffer.allocate(header.getInt(0) - HEADER));
        if (header.getInt(8) != 0) {
            throw new IOException("The bind was answered with 0x%08X".formatted(header.getInt(8)));
        }
    }

    /** The PDU to this number; the same array each time. */
    byte[] submit(int sequence, long number) {
        ByteBuffer.wrap(whole).putInt(SEQUENCE, sequence);
        digits(NUMBER, number);
        if (hasReference) {
            digits(whole.length - DIGITS, number);
        }
        return whole;
    }

    private void digits(int at, long number) {
        long rest = number;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            whole[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static void fill(SocketChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("Closed instead of an answer");
            }
        }
    }
}
