package io.heliograph.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which process calls from a port, as Linux tells it. */
final class SocketOwner {

    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;

    private SocketOwner() {}

    /** The one of these processes that has a TCP connection from this port; none if it has gone. */
    static Optional<Long> of(int port, List<Long> pids) {
        String end = String.format(Locale.ROOT, ":%04X", port);
        List<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && fields[LOCAL_ADDRESS].endsWith(end))
                .map(fields -> "socket:[" + fields[INODE] + "]")
                .toList();
        return pids.stream().filter(pid -> hasOneOf(pid, sockets)).findFirst();
    }

    private static boolean hasOneOf(long pid, List<String> sockets) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
