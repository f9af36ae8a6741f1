package io.heliograph.bench;

import io.heliograph.line.Calls;
import io.heliograph.line.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A portal with its database, a 1s2u that takes everything at once, and a receiver of webhooks: each a process. */
final class Installation implements AutoCloseable {

    static final int CUSTOMERS = 100;

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern DATABASE = Pattern.compile("MariaDB runs on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern PORT = Pattern.compile("port=(\\d+)");
    private static final Duration START_AT_MOST = Duration.ofMinutes(2);
    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");

    private final BenchSettings settings;
    private final Program provider;
    private final Program sink;
    private final Program portal;
    private final int providerPort;
    private final int sinkPort;
    private final int portalPort;
    private final ProcessFigures database;

    private Installation(BenchSettings settings) throws Exception {
        this.settings = settings;
        provider = Program.java(log("provider"), ProviderProgram.class, SMALL, List.of());
        sink = Program.java(log("sink"), SinkProgram.class, SMALL, List.of());
        providerPort = Integer.parseInt(provider.awaitWords(PORT, START_AT_MOST));
        sinkPort = Integer.parseInt(sink.awaitWords(PORT, START_AT_MOST));
        portal = Program.start(log("portal"), portalCommand());
        portalPort = Integer.parseInt(portal.awaitWords(STARTED, START_AT_MOST));
        database = new ProcessFigures(Long.parseLong(text("database.pid")));
        seed();
    }

    static Installation start(BenchSettings settings) throws Exception {
        return new Installation(settings);
    }

    ProcessFigures portal() {
        return new ProcessFigures(portal.pid());
    }

    ProcessFigures database() {
        return database;
    }

    Figures atProvider(String path) {
        return Figures.parse(new Calls(providerPort).get("/bench/" + path).body());
    }

    Figures atSink(String path) {
        return Figures.parse(new Calls(sinkPort).get("/bench/" + path).body());
    }

    /** Has 1s2u report on all that it has taken. */
    void report() {
        atProvider("report?port=" + portalPort + "&path=/dlr/1s2u/" + TOKEN + "&connections="
                + settings.reportConnections());
    }

    /** Makes load on the portal, in a process of its own, and waits for its end. */
    Figures load(int seconds, Map<String, ?> options) {
        return load(portalPort, seconds, options);
    }

    /** Empty requests a second, by the same load, of the fast 1s2u. */
    long emptyRequestsPerSecond() {
        Figures figures = load(
                providerPort, 4, Map.of("path", "/", "connections", 16, "requests", Integer.MAX_VALUE));
        return Math.round(figures.number("answered") / figures.number("seconds"));
    }

    private Figures load(int port, int seconds, Map<String, ?> options) {
        List<String> arguments = new ArrayList<>(List.of("port=" + port, "seconds=" + seconds));
        options.forEach((name, value) -> arguments.add(name + "=" + value));
        try (Program load = Program.java(log("load"), LoadProgram.class, SMALL, arguments)) {
            return Figures.parse(load.awaitEnd(Duration.ofSeconds(seconds + 60)));
        }
    }

    @Override
    public void close() {
        portal.close();
        provider.close();
        sink.close();
    }

    private void seed() throws Exception {
        Calls calls = new Calls(portalPort);
        String hook = "http://127.0.0.1:" + sinkPort + "/hook";
        Person.signedIn(calls, "customer@alpine.test")
                .post(calls, "/webhooks/new", "/webhooks", Map.of("url", hook, "format", "STANDARD"));
        try (Connection connection = connect()) {
            new BenchTenants(connection).make(CUSTOMERS, hook);
        }
    }

    Connection connect() throws Exception {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + portal.said(DATABASE).orElseThrow() + "/heliograph",
                "heliograph",
                text("database.password"));
    }

    private List<String> portalCommand() {
        List<String> command = new ArrayList<>(settings.portal());
        command.addAll(List.of(
                "--server.port=0",
                "--heliograph.home=" + settings.home().resolve("home"),
                "--heliograph.provider.base-url=http://127.0.0.1:" + providerPort,
                "--heliograph.provider.username=bench",
                "--heliograph.provider.password=bench",
                "--heliograph.provider.dlr-token=" + TOKEN,
                "--heliograph.provider.requests-per-second=10000",
                "--heliograph.provider.requests-in-flight=64",
                "--heliograph.smpp.port=0",
                "--heliograph.smtp.port=0"));
        command.addAll(settings.portalOptions());
        return command;
    }

    private Path log(String name) {
        return settings.home().resolve(name + ".log");
    }

    private String text(String file) throws Exception {
        return Files.readString(settings.home().resolve("home").resolve(file)).strip();
    }
}
