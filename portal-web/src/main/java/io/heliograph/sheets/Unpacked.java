package io.heliograph.sheets;

import io.heliograph.sheets.UnreadableSheetException.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What an XLSX file unpacks to, gone through before it is read: a small file may hold what uses up the memory. */
final class Unpacked {

    /** What a file may unpack to: far above a hundred thousand rows, far below what harms. */
    private static final long MOST_BYTES = 300L * 1024 * 1024;

    private final CellCheck cells = new CellCheck();
    private long bytes;

    private Unpacked() {}

    /** @throws UnreadableSheetException if it is too large, or if reading a cell would do harm */
    static void check(byte[] file) {
        Unpacked unpacked = new Unpacked();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = unpacked.new Counted(zip.getInputStream(entry))) {
                    unpacked.cells.look(in);
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw new UnreadableSheetException(Fault.UNREADABLE);
        }
        unpacked.cells.requireSharedTexts();
    }

    private void count(int read) {
        bytes += Math.max(0, read);
        if (bytes > MOST_BYTES) {
            throw new UnreadableSheetException(Fault.TOO_LARGE);
        }
    }

    /** Counts what is read, of all parts together. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }
    }
}
