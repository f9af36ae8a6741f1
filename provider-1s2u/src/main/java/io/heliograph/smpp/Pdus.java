package io.heliograph.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsmpp.InvalidNumberOfDestinationsException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.jsmpp.util.PDUDecomposer;
import org.jspecify.annotations.Nullable;

/** Reads and writes the PDUs that are used here. */
public final class Pdus {

    /** SMPP 3.4. */
    static final byte INTERFACE_VERSION = 0x34;

    /** A {@code deliver_sm} that holds a delivery receipt. */
    private static final byte RECEIPT = 0x04;

    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();

    private Pdus() {}

    public static Bind bind(Frame frame) {
        return read(() -> DECOMPOSER.bind(frame.bytes()));
    }

    public static SubmitSm submitSm(Frame frame) {
        return read(() -> DECOMPOSER.submitSm(frame.bytes()));
    }

    public static DeliverSm deliverSm(Frame frame) {
        return read(() -> DECOMPOSER.deliverSm(frame.bytes()));
    }

    public static QuerySm querySm(Frame frame) {
        return read(() -> DECOMPOSER.querySm(frame.bytes()));
    }

    public static CancelSm cancelSm(Frame frame) {
        return read(() -> DECOMPOSER.cancelSm(frame.bytes()));
    }

    /** The id in a {@code submit_sm_resp}; empty where there is none. */
    public static String messageId(Frame frame) {
        return text(read(() -> DECOMPOSER.submitSmResp(frame.bytes())).getMessageId());
    }

    /** A response that is nothing but its header. */
    public static byte[] response(Frame request, int status) {
        return COMPOSER.composeHeader(request.responseId(), status, request.sequence());
    }

    public static byte[] genericNack(int status, int sequence) {
        return COMPOSER.genericNack(status, sequence);
    }

    public static byte[] enquireLink(int sequence) {
        return COMPOSER.enquireLink(sequence);
    }

    public static byte[] bindTransceiver(int sequence, String systemId, String password) {
        return write(() -> COMPOSER.bind(
                SMPPConstant.CID_BIND_TRANSCEIVER,
                sequence,
                systemId,
                password,
                "",
                INTERFACE_VERSION,
                (byte) 0,
                (byte) 0,
                ""));
    }

    public static byte[] unbind(int sequence) {
        return COMPOSER.unbind(sequence);
    }

    public static byte[] bindResponse(Frame request, String systemId) {
        return write(() -> COMPOSER.bindResp(
                request.responseId(),
                request.sequence(),
                systemId,
                new OptionalParameter.Sc_interface_version(INTERFACE_VERSION)));
    }

    /** The answer to {@code submit_sm}, with the id of the message. */
    public static byte[] submitted(Frame request, String messageId) {
        return write(() -> COMPOSER.submitSmResp(request.sequence(), messageId));
    }

    public static byte[] queried(Frame request, String messageId, String finalDate, ReceiptState state) {
        return write(() -> COMPOSER.querySmResp(request.sequence(), messageId, finalDate, state.code(), (byte) 0));
    }

    /** A receipt, as text and as parameters. */
    public static byte[] receipt(int sequence, WireAddress from, WireAddress to, Receipt receipt) {
        return write(() -> COMPOSER.deliverSm(
                sequence,
                "",
                from.ton(),
                from.npi(),
                from.value(),
                to.ton(),
                to.npi(),
                to.value(),
                RECEIPT,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                Coding.GSM.dataCoding(),
                receipt.text().getBytes(StandardCharsets.US_ASCII),
                new OptionalParameter.Receipted_message_id(receipt.messageId()),
                new OptionalParameter.Message_state(receipt.state().code())));
    }

    /** The answer to {@code deliver_sm}; its message id is not used. */
    public static byte[] delivered(Frame request, int status) {
        return COMPOSER.deliverSmResp(status, request.sequence(), "");
    }

    /** A field that may be left out, as an empty text. */
    public static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }

    static byte[] write(Writing writing) {
        try {
            return writing.write();
        } catch (PDUStringException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (PDUStringException e) {
            throw new MalformedPduException(e.getErrorCode(), e);
        } catch (InvalidNumberOfDestinationsException | RuntimeException e) {
            // The decoder runs off the end of what is too short.
            throw new MalformedPduException(SMPPConstant.STAT_ESME_RINVCMDLEN, e);
        }
    }

    static PDUComposer composer() {
        return COMPOSER;
    }

    /** Makes a PDU. */
    interface Writing {
        byte[] write() throws PDUStringException;
    }

    /** Takes a PDU apart. */
    private interface Reading<T> {
        T read() throws PDUStringException, InvalidNumberOfDestinationsException;
    }
}
