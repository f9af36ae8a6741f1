package io.heliograph.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process. */
public record ProcessFigures(long pid) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    /** Seconds of processor time, of all its threads since its start. */
    public double cpuSeconds() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
    }

    /** Megabytes in memory now. */
    public long residentMegabytes() {
        return read("status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private String read(String what) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
