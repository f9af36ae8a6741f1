package io.heliograph.crash;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody really got, line by line, in a file that is only added to. */
final class TruthLog implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;

    TruthLog(Path file) {
        try {
            this.file = file;
            this.writer = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(String line) {
        try {
            writer.write(line);
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines so far, from the file. */
    synchronized List<String> lines() {
        try {
            writer.flush();
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
