package io.heliograph.email.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a mail from a connection without keeping more of it than a mail may have. */
final class MailBytes {

    private static final int CHUNK = 8 * 1024;

    /** What is read of a mail that is too large, so that its program hears why; then the connection is cut. */
    private static final long MOST_READ = 256L * 1024 * 1024;

    private MailBytes() {}

    /** All of it; empty, after it was read to its end and thrown away, if it has more than {@code most} bytes. */
    static Optional<byte[]> read(InputStream mail, int most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long total = 0;
        for (int read = mail.read(chunk); read >= 0; read = mail.read(chunk)) {
            total += read;
            if (total > MOST_READ) {
                throw new IOException("A mail has more than " + MOST_READ + " bytes");
            }
            if (total <= most) {
                kept.write(chunk, 0, read);
            } else {
                kept = new ByteArrayOutputStream(0);
            }
        }
        return total <= most ? Optional.of(kept.toByteArray()) : Optional.empty();
    }
}
