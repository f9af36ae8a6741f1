package io.heliograph.bench;

import io.heliograph.line.Calls;
import io.heliograph.line.Person;
import io.heliograph.processes.DatabaseProgram;
import io.heliograph.processes.Figures;
import io.heliograph.processes.Latencies;
import io.heliograph.processes.PortalProgram;
import io.heliograph.processes.ProcessFigures;
import io.heliograph.processes.Program;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A portal with its database, a 1s2u that takes everything at once, and a receiver of webhooks: each a process. A sandbox
 * makes the database and its people; it is measured as an installation with a database of its own.
 */
final class Installation implements AutoCloseable {

    static final int CUSTOMERS = 100;

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Pattern SMPP = Pattern.compile("smpp=(\\d+)");
    private static final Pattern PORT = Pattern.compile("port=(\\d+)");
    private static final Duration START_AT_MOST = Duration.ofMinutes(2);
    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final BenchSettings settings;
    private final Program provider;
    private final Program sink;
    private final Program badSink;
    private final int providerPort;
    private final int providerSmppPort;
    private final int sinkPort;
    private final int badSinkPort;
    private final int smppPort = PortalProgram.freePort();
    private final DatabaseProgram database;
    private final PortalProgram portal;

    private Installation(BenchSettings settings) throws SQLException {
        this.settings = settings;
        provider = Program.java(log("provider"), ProviderProgram.class, SMALL, List.of());
        sink = Program.java(log("sink"), SinkProgram.class, SMALL, List.of());
        badSink = Program.java(log("bad-sink"), BadSinkProgram.class, SMALL, List.of());
        providerSmppPort = Integer.parseInt(provider.awaitWords(SMPP, START_AT_MOST));
        providerPort = Integer.parseInt(provider.awaitWords(PORT, START_AT_MOST));
        sinkPort = Integer.parseInt(sink.awaitWords(PORT, START_AT_MOST));
        badSinkPort = Integer.parseInt(badSink.awaitWords(PORT, START_AT_MOST));
        List<String> databaseCommand;
        try (PortalProgram sandbox = PortalProgram.start(log("sandbox"), settings.portal(), portalSettings())) {
            seed(sandbox);
            databaseCommand = DatabaseProgram.commandOf(home());
        }
        database = DatabaseProgram.start(home(), databaseCommand, PortalProgram.freePort());
        List<String> all = new ArrayList<>(portalSettings());
        all.addAll(database.settings(database.port()));
        portal = PortalProgram.start(log("portal"), settings.portal(), all);
    }

    static Installation start(BenchSettings settings) throws SQLException {
        return new Installation(settings);
    }

    ProcessFigures portal() {
        return new ProcessFigures(portal.pid());
    }

    ProcessFigures database() {
        return new ProcessFigures(database.pid());
    }

    Figures atProvider(String path) {
        return Figures.parse(new Calls(providerPort).get("/bench/" + path).body());
    }

    Figures atSink(String path) {
        return Figures.parse(new Calls(sinkPort).get("/bench/" + path).body());
    }

    /** Has 1s2u report on all that it has taken. */
    void report() {
        report(settings.reportConnections());
    }

    void report(int connections) {
        atProvider("report?port=" + portal.port() + "&path=/dlr/1s2u/" + TOKEN + "&connections=" + connections);
    }

    /** Where receivers are that are not well. */
    String badHook() {
        return "http://127.0.0.1:" + badSinkPort;
    }

    /** Makes load on the portal, in a process of its own, and waits for its end. */
    Figures load(int seconds, Map<String, ?> options) {
        return load(portal.port(), seconds, options);
    }

    /** Where 1s2u takes SMPP sessions. */
    int providerSmppPort() {
        return providerSmppPort;
    }

    /** Calls of the portal, by programs and people. */
    Calls calls() {
        return new Calls(portal.port());
    }

    /** Empty requests a second, by the same load, of the fast 1s2u. */
    long emptyRequestsPerSecond() {
        Figures figures = load(providerPort, 4, Map.of("path", "/", "connections", 16, "requests", Integer.MAX_VALUE));
        return Math.round(figures.number("answered") / figures.number("seconds"));
    }

    /** How long the owner of the customer that most scenarios send for waits for this page, this many times. */
    Latencies page(String path, int times) {
        Person owner = Person.signedIn(calls(), BenchTenants.email(0));
        Latencies latencies = new Latencies();
        for (int i = 0; i < times; i++) {
            latencies.add(look(owner, path));
        }
        return latencies;
    }

    /** How many nanoseconds this person waits for this page. */
    long look(Person who, String path) {
        long started = System.nanoTime();
        int status = who.get(calls(), path).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " answers " + status);
        }
        return System.nanoTime() - started;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(database.port()), "heliograph", database.password());
    }

    @Override
    public void close() {
        portal.close();
        database.stop();
        provider.close();
        sink.close();
        badSink.close();
    }

    private Figures load(int port, int seconds, Map<String, ?> options) {
        List<String> arguments = new ArrayList<>(List.of("port=" + port, "smpp=" + smppPort, "seconds=" + seconds));
        options.forEach((name, value) -> arguments.add(name + "=" + value));
        Class<?> program = options.containsKey("window") ? SmppLoadProgram.class : LoadProgram.class;
        try (Program load = Program.java(log("load"), program, SMALL, arguments)) {
            return Figures.parse(load.awaitEnd(Duration.ofSeconds(seconds + 60)));
        }
    }

    private void seed(PortalProgram sandbox) throws SQLException {
        Calls calls = new Calls(sandbox.port());
        String hook = "http://127.0.0.1:" + sinkPort + "/hook";
        Person.signedIn(calls, "customer@alpine.test")
                .post(calls, "/webhooks/new", "/webhooks", Map.of("url", hook, "format", "STANDARD"));
        try (Connection connection = sandbox.database(home())) {
            new BenchTenants(connection).make(CUSTOMERS, hook);
        }
    }

    private List<String> portalSettings() {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--heliograph.home=" + home(),
                "--heliograph.provider.base-url=http://127.0.0.1:" + providerPort,
                "--heliograph.provider.username=bench",
                "--heliograph.provider.password=bench",
                "--heliograph.provider.dlr-token=" + TOKEN,
                "--heliograph.provider.requests-per-second=10000",
                "--heliograph.provider.requests-in-flight=64",
                "--heliograph.smpp.port=" + smppPort,
                "--heliograph.smpp.tls-port=-1",
                "--heliograph.smtp.port=0"));
        all.addAll(settings.portalSettings());
        return all;
    }

    private Path home() {
        return settings.home().resolve("home");
    }

    private Path log(String name) {
        return settings.home().resolve(name + ".log");
    }
}
