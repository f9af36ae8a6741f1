package io.heliograph.crash;

import io.heliograph.crash.Nodes.Node;
import io.heliograph.processes.DatabaseProgram;
import io.heliograph.processes.PortalProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Strikes an installation that works: at a point that is chosen by a seed something is killed, and comes back while the
 * work goes on.
 */
final class Ordeal {

    private static final List<CrashPoint> POINTS = List.of(CrashPoint.values());
    private static final Duration POINT_COMES_WITHIN = Duration.ofSeconds(4);
    private static final Duration STRIKE_AT_MOST = Duration.ofSeconds(30);
    private static final int MOST_PASSED = 6;
    private static final int RANDOM_PERCENT = 15;

    private final Random random;
    private final Trap trap;
    private final Nodes nodes;
    private final DatabaseProgram database;
    private final Recovery recovery;
    private final Tolls tolls;

    Ordeal(long seed, Trap trap, Installation installation, Tolls tolls) {
        this.random = new Random(seed);
        this.trap = trap;
        this.nodes = installation.nodes();
        this.database = installation.database();
        this.recovery = installation.recovery();
        this.tolls = tolls;
    }

    /** Who is killed. */
    enum Victim {
        NODE,
        DATABASE,
        BOTH
    }

    /** Kills once, or twice where both are killed, and brings everything back; another node may serve meanwhile. */
    void strike() {
        Victim victim = victim();
        nodes.awaitServing(victim == Victim.NODE ? 1 : nodes.all().size());
        if (random.nextInt(100) < RANDOM_PERCENT) {
            pause(random.nextInt(300));
            kill("at random", victim, Optional.empty());
        } else {
            CrashPoint point = POINTS.get(random.nextInt(POINTS.size()));
            Trap.Armed armed = trap.arm(
                    point, random.nextInt(MOST_PASSED), port -> kill(point.name(), victim, nodes.calling(port)));
            if (!armed.awaitStrike(POINT_COMES_WITHIN)) {
                if (trap.disarm()) {
                    tolls.missed(point);
                    kill("at random", victim, Optional.empty());
                } else {
                    armed.awaitStrike(STRIKE_AT_MOST);
                }
            }
        }
        restore();
    }

    /** Freezes the node that has just committed a claim, for longer than its lease, and lets it go on. */
    void freezePastLease(Duration lease) {
        nodes.awaitServing(nodes.all().size());
        Trap.Armed armed = trap.arm(
                CrashPoint.CLAIM_AFTER_COMMIT,
                0,
                port -> nodes.calling(port).flatMap(Node::serving).ifPresent(portal -> freeze(portal, lease)));
        if (armed.awaitStrike(POINT_COMES_WITHIN.plus(lease))) {
            tolls.count("frozen past its lease", Victim.NODE.name());
        } else {
            trap.disarm();
        }
    }

    /** A wire to the database or to 1s2u fails for a moment, in one of its ways. */
    void disturb(Wire provider) {
        Node node = nodes.all().get(random.nextInt(nodes.all().size()));
        Wire wire = random.nextBoolean() ? node.database() : provider;
        int way = random.nextInt(4);
        switch (way) {
            case 0 -> wire.slow(Duration.ofMillis(100));
            case 1 -> wire.become(Wire.State.CUT);
            case 2 -> wire.become(Wire.State.FROZEN);
            default -> wire.become(Wire.State.REPLIES_LOST);
        }
        tolls.count(
                List.of("slow", "cut", "half open", "replies lost").get(way) + " wire",
                wire.equals(provider) ? "PROVIDER" : "DATABASE");
        pause(300 + random.nextInt(1_500));
        wire.mend();
    }

    private Victim victim() {
        int dice = random.nextInt(100);
        if (dice < 60) {
            return Victim.DATABASE;
        }
        return dice < 85 ? Victim.NODE : Victim.BOTH;
    }

    private void kill(String where, Victim victim, Optional<Node> caller) {
        boolean databaseFirst = victim == Victim.DATABASE || (victim == Victim.BOTH && random.nextBoolean());
        if (databaseFirst) {
            database.kill();
        }
        boolean nodeToo = victim != Victim.DATABASE && killNode(caller);
        if (!databaseFirst && victim == Victim.BOTH) {
            database.kill();
        }
        tolls.killed(where, victim == Victim.BOTH && !nodeToo ? Victim.DATABASE : victim);
    }

    /** Kills this node, or else any; false if none serves, and none can as there is no database. */
    private boolean killNode(Optional<Node> caller) {
        if (caller.filter(Node::kill).isPresent()) {
            return true;
        }
        boolean killed = nodes.all().stream().anyMatch(Node::kill);
        while (!killed && database.isAlive()) {
            nodes.awaitServing(1);
            killed = nodes.all().stream().anyMatch(Node::kill);
        }
        return killed;
    }

    private void restore() {
        if (!database.isAlive()) {
            recovery.databaseStarts();
            database.restart();
        }
        nodes.startMissing();
    }

    private static void freeze(PortalProgram portal, Duration time) {
        signal("-STOP", portal.pid());
        Thread.startVirtualThread(() -> {
            pause((int) time.toMillis());
            signal("-CONT", portal.pid());
        });
        pause((int) time.toMillis() / 100);
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
