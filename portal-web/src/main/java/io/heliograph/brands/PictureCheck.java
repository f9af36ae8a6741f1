package io.heliograph.brands;

import io.heliograph.brands.PictureResult.Accepted;
import io.heliograph.brands.PictureResult.Reason;
import io.heliograph.brands.PictureResult.Refused;
import io.heliograph.secrets.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Looks at uploaded files by their content, whatever their names say: PNG as it is, SVG cleaned by {@link Svg}. */
public final class PictureCheck {

    /** The most pixels a PNG may have in each direction. */
    public static final int MOST_PIXELS = 2_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
    private static final byte[] PNG_HEAD = {'I', 'H', 'D', 'R'};
    private static final int PNG_HEAD_AT = 12;
    private static final int PNG_SIZE_AT = 16;
    private static final int PNG_LEAST = 57;
    private static final int KILOBYTE = 1_000;
    private static final int HASH_LENGTH = 24;

    private PictureCheck() {}

    /** What can be put up of a file, or why nothing can. */
    public static PictureResult check(PictureKind kind, byte[] file) {
        if (file.length == 0) {
            return new Refused(Reason.EMPTY);
        }
        if (file.length > kind.largestKilobytes() * KILOBYTE) {
            return new Refused(Reason.TOO_LARGE);
        }
        return startsWith(file, 0, PNG) ? png(file) : Svg.clean(file);
    }

    static PictureResult accepted(byte[] content, String mediaType, String ending) {
        return new Accepted(new Picture(Sha256.hex(content).substring(0, HASH_LENGTH) + ending, mediaType, content));
    }

    private static PictureResult png(byte[] file) {
        boolean whole = file.length >= PNG_LEAST
                && startsWith(file, PNG_HEAD_AT, PNG_HEAD)
                && startsWith(file, file.length - PNG_END.length, PNG_END);
        if (!whole) {
            return new Refused(Reason.UNKNOWN);
        }
        int width = ByteBuffer.wrap(file).getInt(PNG_SIZE_AT);
        int height = ByteBuffer.wrap(file).getInt(PNG_SIZE_AT + Integer.BYTES);
        if (width < 1 || height < 1) {
            return new Refused(Reason.UNKNOWN);
        }
        if (Math.max(width, height) > MOST_PIXELS) {
            return new Refused(Reason.TOO_MANY_PIXELS);
        }
        return accepted(file, "image/png", ".png");
    }

    private static boolean startsWith(byte[] file, int at, byte[] what) {
        return file.length >= at + what.length && Arrays.equals(file, at, at + what.length, what, 0, what.length);
    }
}
