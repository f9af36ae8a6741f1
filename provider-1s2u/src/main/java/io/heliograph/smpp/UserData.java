package io.heliograph.smpp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/** What a {@code submit_sm} carries: its bytes of text, and their place where they are a part of a longer message. */
public final class UserData {

    private static final int CONCATENATED = 0x00;
    private static final int CONCATENATED_16 = 0x08;

    private final byte[] text;
    private final @Nullable Place place;

    private UserData(byte[] text, @Nullable Place place) {
        this.text = text;
        this.place = place;
    }

    /**
     * Reads {@code short_message}, or {@code message_payload} in its stead; the place from the user data header, or from
     * the {@code sar_} parameters.
     *
     * @throws RefusedException for a header that can't be read, or holds what can't be carried on
     */
    public static UserData of(SubmitSm submit) {
        byte[] all = bytes(submit);
        try {
            return submit.isUdhi() ? withHeader(all) : new UserData(all, sar(submit));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException _) {
            throw new RefusedException(SMPPConstant.STAT_ESME_RINVESMCLASS, "The user data header can't be read");
        }
    }

    public byte[] text() {
        return text.clone();
    }

    /** Null for a message that is whole. */
    public @Nullable Place place() {
        return place;
    }

    private static byte[] bytes(SubmitSm submit) {
        OptionalParameter.Message_payload payload =
                submit.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] inField = submit.getShortMessage() == null ? new byte[0] : submit.getShortMessage();
        if (payload != null && inField.length > 0) {
            throw new RefusedException(
                    SMPPConstant.STAT_ESME_RINVMSGLEN, "There is a text in short_message and in message_payload");
        }
        return payload == null ? inField : payload.getValue();
    }

    private static UserData withHeader(byte[] all) {
        ByteBuffer header = ByteBuffer.wrap(all);
        int end = 1 + (header.get() & 0xFF);
        Place place = null;
        while (header.position() < end) {
            int element = header.get() & 0xFF;
            byte[] value = new byte[header.get() & 0xFF];
            header.get(value);
            place = switch (element) {
                case CONCATENATED -> place(value, value[0] & 0xFF, 1);
                case CONCATENATED_16 -> place(value, ((value[0] & 0xFF) << 8) | (value[1] & 0xFF), 2);
                default ->
                    throw new RefusedException(
                            SMPPConstant.STAT_ESME_RINVESMCLASS,
                            "The user data header has the element " + element + "; only concatenation is carried on");
            };
        }
        return new UserData(Arrays.copyOfRange(all, end, all.length), place);
    }

    private static @Nullable Place place(byte[] value, int reference, int at) {
        int total = value[at] & 0xFF;
        return total == 1 ? null : new Place(reference, total, value[at + 1] & 0xFF);
    }

    private static @Nullable Place sar(SubmitSm submit) {
        OptionalParameter.Sar_msg_ref_num reference =
                submit.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_total_segments total =
                submit.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        OptionalParameter.Sar_segment_seqnum number =
                submit.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        if (reference == null || total == null || number == null || total.getValue() == 1) {
            return null;
        }
        return new Place(reference.getValue() & 0xFFFF, total.getValue() & 0xFF, number.getValue() & 0xFF);
    }
}
