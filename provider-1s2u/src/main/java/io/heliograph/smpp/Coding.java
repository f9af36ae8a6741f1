package io.heliograph.smpp;

import io.heliograph.text.Encoding;
import io.heliograph.text.GsmBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The data codings that carry text (SMPP 3.4, 5.2.19; GSM 03.38 for those with a message class). */
public enum Coding {
    /** The SMSC's default, which is the GSM alphabet here, one septet in a byte. */
    GSM(0),
    ASCII(1),
    LATIN_1(3),
    UCS_2(8);

    private final int dataCoding;

    Coding(int dataCoding) {
        this.dataCoding = dataCoding;
    }

    /** As it is on the wire. */
    public byte dataCoding() {
        return (byte) dataCoding;
    }

    /** The coding that carries a text of this encoding: 0 or 8. */
    public static Coding of(Encoding encoding) {
        return switch (encoding) {
            case GSM7 -> GSM;
            case UCS2 -> UCS_2;
        };
    }

    /** What {@code dataCoding} means; empty for one that is no text, or in an alphabet that is not read here. */
    public static Optional<Coding> of(byte dataCoding) {
        return switch (dataCoding & 0xFF) {
            case 0, 0x10, 0x11, 0x12, 0x13, 0xF0, 0xF1, 0xF2, 0xF3 -> Optional.of(GSM);
            case 1 -> Optional.of(ASCII);
            case 3 -> Optional.of(LATIN_1);
            case 8, 0x18, 0x19, 0x1A, 0x1B -> Optional.of(UCS_2);
            default -> Optional.empty();
        };
    }

    /** The text in {@code bytes}; empty where they are none in this coding. */
    public Optional<String> decode(byte[] bytes) {
        return switch (this) {
            case GSM -> GsmBytes.decode(bytes);
            case ASCII -> hasControls(bytes) ? GsmBytes.decode(bytes) : decode(bytes, StandardCharsets.US_ASCII);
            case LATIN_1 -> decode(bytes, StandardCharsets.ISO_8859_1);
            // Half a surrogate pair is let through here: it may be the end of a part, and is looked at in the whole.
            case UCS_2 -> bytes.length % 2 == 0 ? Optional.of(new String(units(bytes))) : Optional.empty();
        };
    }

    /**
     * The bytes of {@code text}.
     *
     * @throws IllegalArgumentException for a character that the GSM alphabet does not have
     */
    public byte[] encode(String text) {
        return switch (this) {
            case GSM -> GsmBytes.encode(text);
            case ASCII -> text.getBytes(StandardCharsets.US_ASCII);
            case LATIN_1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case UCS_2 -> {
                ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2);
                bytes.asCharBuffer().put(text);
                yield bytes.array();
            }
        };
    }

    /** No text in ASCII has them; some libraries, such as Node's, send the GSM alphabet under its number. */
    private static boolean hasControls(byte[] bytes) {
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                return true;
            }
        }
        return false;
    }

    private static char[] units(byte[] bytes) {
        char[] units = new char[bytes.length / 2];
        ByteBuffer.wrap(bytes).asCharBuffer().get(units);
        return units;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
