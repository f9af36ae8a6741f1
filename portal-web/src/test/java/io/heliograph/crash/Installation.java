package io.heliograph.crash;

import io.heliograph.line.Books;
import io.heliograph.line.Calls;
import io.heliograph.line.Customer;
import io.heliograph.line.Person;
import io.heliograph.processes.DatabaseProgram;
import io.heliograph.processes.PortalProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Portals at one database, with customers that send, a 1s2u that reports and a receiver of webhooks. A sandbox makes the
 * database and its people; the ordeal is that of an installation with a database of its own.
 */
final class Installation implements AutoCloseable {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final List<Customer> CUSTOMERS = Stream.of("alpine", "bluebird", "cedar")
            .map(name -> new Customer(new UUID(0, 0), new UUID(0, 0), name, "sandbox-" + name))
            .toList();
    private static final Duration SETTLED_AT_MOST = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int REPORTERS = 3;

    private final Path folder;
    private final TruthfulProvider provider;
    private final TruthfulReceiver receiver;
    private final Wire toProvider;
    private final Wire toReceiver;
    private final DatabaseProgram database;
    private final Recovery recovery = new Recovery();
    private final Nodes nodes;
    private final Reporters reporters;
    private final Senders senders;

    /** Makes everything anew below this folder; the portals start by this command. */
    Installation(Path folder, List<String> command, int portals, long seed, Trap trap, Duration pause)
            throws IOException, SQLException {
        this.folder = folder;
        this.provider = new TruthfulProvider(folder, seed, this::taken);
        this.receiver = new TruthfulReceiver(folder, seed);
        this.toProvider = Wire.to(provider.port(), new ReplyWatcher(trap, CrashPoint.Step.SUBMIT));
        this.toReceiver = Wire.to(receiver.port(), new ReplyWatcher(trap, CrashPoint.Step.HOOK));
        List<String> serverCommand;
        try (PortalProgram sandbox = PortalProgram.start(folder.resolve("sandbox.log"), command, portalSettings())) {
            seed(sandbox);
            serverCommand = DatabaseProgram.commandOf(home());
        }
        this.database = DatabaseProgram.start(home(), serverCommand, PortalProgram.freePort());
        this.nodes = new Nodes(portals, folder, command, database.port(), trap, recovery, this::nodeSettings);
        this.reporters = new Reporters(folder, nodes::serving, "/dlr/1s2u/" + TOKEN, REPORTERS, seed);
        this.senders = new Senders(CUSTOMERS, nodes::serving, pause);
        nodes.startMissing();
        nodes.awaitServing(portals);
    }

    DatabaseProgram database() {
        return database;
    }

    Nodes nodes() {
        return nodes;
    }

    Recovery recovery() {
        return recovery;
    }

    Wire toProvider() {
        return toProvider;
    }

    Senders senders() {
        return senders;
    }

    /** Waits until nothing moves any more, and holds the books against the truth. Returns a line about it. */
    String verify() throws SQLException {
        senders.stop();
        provider.beKind();
        nodes.awaitServing(nodes.all().size());
        try (Connection connection = connect()) {
            startPausedAccounts(connection);
            awaitSettled(connection);
            Verdict verdict = new Verdict(connection);
            verdict.pass(senders.accepted(), provider.sent(), provider.refused(), reporters.taken(), receiver.told());
            long differences = new Books(connection)
                    .differencesOfAProof(new Calls(nodes.serving().getFirst().port()));
            if (differences != 0) {
                throw new AssertionError("The proof found " + differences + " differences");
            }
            provider.beMoody();
            return "%d messages, %d accepted for certain, %d sent, %d uncertain: nothing lost, nothing twice, books right"
                    .formatted(
                            verdict.messages(),
                            senders.accepted().size(),
                            provider.sent().size(),
                            verdict.uncertain());
        }
    }

    @Override
    public void close() throws IOException {
        senders.stop();
        reporters.close();
        nodes.close();
        database.stop();
        toProvider.close();
        toReceiver.close();
        provider.close();
        receiver.close();
    }

    private void taken(String id, List<String> numbers) {
        reporters.report(id, numbers);
    }

    /** As the operator does it on the account's page, so that a pause of minutes need not be waited for. */
    private static void startPausedAccounts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE dispatch_account SET paused_until = NULL, strikes = 0");
        }
    }

    private void awaitSettled(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + SETTLED_AT_MOST.toNanos();
        while (!isSettled(connection)) {
            if (System.nanoTime() > deadline) {
                return;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isSettled(Connection connection) throws SQLException {
        return reporters.open() == 0
                && Verdict.isSettled(connection)
                && receiver.told().containsAll(reporters.taken().keySet());
    }

    private void seed(PortalProgram sandbox) throws SQLException {
        Calls calls = new Calls(sandbox.port());
        String hook = "http://127.0.0.1:" + toReceiver.port() + "/hook";
        for (Customer customer : CUSTOMERS) {
            Person.signedIn(calls, "customer@" + customer.username() + ".test")
                    .post(calls, "/webhooks/new", "/webhooks", Map.of("url", hook, "format", "STANDARD"));
        }
        try (Connection connection = sandbox.database(home());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE webhooks_endpoint SET state = 'ON'");
            statement.executeUpdate("UPDATE ledger_wallet SET credit_limit = 1000000000000");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(database.port()), "heliograph", database.password());
    }

    private List<String> nodeSettings(int databasePort) {
        List<String> all = new ArrayList<>(portalSettings());
        all.addAll(database.settings(databasePort));
        return all;
    }

    private List<String> portalSettings() {
        return List.of(
                "--server.port=0",
                "--heliograph.home=" + home(),
                "--heliograph.provider.base-url=http://127.0.0.1:" + toProvider.port(),
                "--heliograph.provider.username=" + TruthfulProvider.USERNAME,
                "--heliograph.provider.password=" + TruthfulProvider.PASSWORD,
                "--heliograph.provider.dlr-token=" + TOKEN,
                "--heliograph.provider.requests-per-second=200",
                "--heliograph.provider.timeout-seconds=2",
                "--heliograph.dispatch.lease-reserve=10s",
                "--heliograph.smpp.port=0",
                "--heliograph.smtp.port=0",
                "--spring.datasource.hikari.connection-timeout=3000");
    }

    private Path home() {
        return folder.resolve("home");
    }
}
