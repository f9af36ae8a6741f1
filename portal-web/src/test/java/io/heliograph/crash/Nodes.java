package io.heliograph.crash;

import io.heliograph.processes.PortalProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** The portals of one installation, which are killed and come back; each has a wire of its own to the database. */
final class Nodes implements AutoCloseable {

    private final List<Node> nodes = new ArrayList<>();

    /** This many; {@code settings} are those of a node whose database is reached at a port. */
    Nodes(
            int count,
            Path folder,
            List<String> command,
            int databasePort,
            Trap trap,
            Recovery recovery,
            IntFunction<List<String>> settings) {
        for (int i = 0; i < count; i++) {
            char name = (char) ('a' + i);
            Wire database = Wire.to(databasePort, new SqlWatcher(trap, () -> recovery.claimed(name)));
            nodes.add(new Node(name, folder, command, database, recovery, settings.apply(database.port())));
        }
    }

    /** Starts what is not running; returns at once. */
    void startMissing() {
        nodes.forEach(Node::startIfMissing);
    }

    /** Waits until this many serve pages. */
    void awaitServing(int count) {
        while (serving().size() < count) {
            startMissing();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    List<Node> all() {
        return nodes;
    }

    /** The portals that serve pages now. */
    List<PortalProgram> serving() {
        return nodes.stream().map(Node::serving).flatMap(Optional::stream).toList();
    }

    /** The node that calls from this port. */
    Optional<Node> calling(int port) {
        List<Long> pids = serving().stream().map(PortalProgram::pid).toList();
        return SocketOwner.of(port, pids)
                .flatMap(pid -> nodes.stream()
                        .filter(node -> node.serving().map(PortalProgram::pid).equals(Optional.of(pid)))
                        .findFirst());
    }

    @Override
    public void close() throws IOException {
        for (Node node : nodes) {
            node.close();
        }
    }

    /** One of them. */
    static final class Node implements AutoCloseable {

        private static final int MOST_FAILURES = 5;

        private final char name;
        private final Path folder;
        private final List<String> command;
        private final Wire database;
        private final Recovery recovery;
        private final List<String> settings;
        private int starts;
        private int failures;
        private volatile Optional<CompletableFuture<PortalProgram>> portal = Optional.empty();

        Node(char name, Path folder, List<String> command, Wire database, Recovery recovery, List<String> settings) {
            this.name = name;
            this.folder = folder;
            this.command = command;
            this.database = database;
            this.recovery = recovery;
            this.settings = settings;
        }

        Wire database() {
            return database;
        }

        /** Starts it, also if its last start failed, as one does when the database is killed under it. */
        synchronized void startIfMissing() {
            boolean failed = portal.filter(start -> start.isDone() && serving().isEmpty())
                    .isPresent();
            if (failed) {
                failures++;
                System.out.println("Node " + name + " ended by itself, and is started again");
            } else if (serving().isPresent()) {
                failures = 0;
            }
            if (failures > MOST_FAILURES) {
                throw new IllegalStateException("Node " + name + " does not start, see its logs in " + folder);
            }
            if (portal.isEmpty() || failed) {
                Path log = folder.resolve("node-" + name + "-" + ++starts + ".log");
                recovery.portalStarts(name);
                PortalProgram.Starting starting = PortalProgram.launch(log, command, settings);
                portal = Optional.of(CompletableFuture.supplyAsync(starting::served));
            }
        }

        Optional<PortalProgram> serving() {
            return portal.filter(start -> start.isDone() && !start.isCompletedExceptionally())
                    .map(CompletableFuture::join)
                    .filter(PortalProgram::isAlive);
        }

        /** {@code kill -9}; false if it does not run. */
        synchronized boolean kill() {
            Optional<PortalProgram> victim = serving();
            victim.ifPresent(PortalProgram::kill);
            victim.ifPresent(_ -> portal = Optional.empty());
            return victim.isPresent();
        }

        @Override
        public void close() throws IOException {
            portal.ifPresent(start -> start.join().close());
            database.close();
        }
    }
}
