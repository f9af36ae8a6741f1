package io.heliograph.processes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the little of HTTP/1.1 that programs on the loopback address say to each other, without copying. */
public final class HttpBytes {

    public static final byte[] NOTHING = {};

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);

    private HttpBytes() {}

    /** Where the body begins, which is after the first empty line; -1 while there is none before {@code end}. */
    static int bodyStart(byte[] bytes, int start, int end) {
        for (int i = start + 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The length of the body that a head announces; 0 if it announces none. */
    static int contentLength(byte[] bytes, int start, int bodyStart) {
        int at = headerEnd(bytes, start, bodyStart, LENGTH);
        if (at < 0) {
            if (headerEnd(bytes, start, bodyStart, CHUNKED) >= 0) {
                throw new IllegalStateException("The benchmark reads no chunked bodies");
            }
            return 0;
        }
        int length = 0;
        for (int i = at; bytes[i] != '\r'; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                length = length * 10 + bytes[i] - '0';
            }
        }
        return length;
    }

    /** Whether the other side closes the connection after this. */
    static boolean closes(byte[] bytes, int start, int bodyStart) {
        return headerEnd(bytes, start, bodyStart, CLOSE) >= 0;
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** A whole answer with a text in it. */
    public static byte[] answer(int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String head = String.format(
                Locale.ROOT,
                "HTTP/1.1 %d OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n",
                status,
                body.length);
        return ascii(head + text);
    }

    /** Where the header that begins with these lower-case bytes goes on; -1 if the head has none. */
    private static int headerEnd(byte[] bytes, int start, int bodyStart, byte[] lowerCase) {
        for (int i = start; i + lowerCase.length < bodyStart; i++) {
            if (bytes[i] == '\n' && matches(bytes, i + 1, lowerCase)) {
                return i + 1 + lowerCase.length;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            byte one = bytes[at + i];
            if ((one >= 'A' && one <= 'Z' ? one + 32 : one) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }
}
