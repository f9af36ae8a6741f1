package io.heliograph.processes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The disk's own limit. */
public final class Disk {

    private static final int BLOCK = 4_096;
    private static final Duration TIME = Duration.ofSeconds(2);

    private Disk() {}

    /** How many times a second 4 KB can be appended to a file in this folder and be safe. */
    public static long syncsPerSecond(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long started = System.nanoTime();
            long done = 0;
            while (System.nanoTime() - started < TIME.toNanos()) {
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(false);
                done++;
            }
            return Math.round(done * 1e9 / (System.nanoTime() - started));
        } finally {
            Files.delete(file);
        }
    }
}
