package io.heliograph.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the benchmark is told by system properties.
 *
 * @param scenarios {@code bench.scenarios}: which, in their order
 * @param messages {@code bench.messages}: the most messages of one measurement
 * @param seconds {@code bench.seconds}: the longest that load is made in one measurement
 * @param warmUpSeconds {@code bench.warm-up-seconds}
 * @param repetitions {@code bench.repetitions}: the table shows the medians
 * @param campaign {@code bench.campaign}: the numbers of the campaign
 * @param drainSeconds {@code bench.drain-seconds}: how long the queue may take to become empty after the load
 * @param webhookConnections {@code bench.report-connections}: over how many connections reports are posted
 * @param portal the command that starts the portal
 * @param portalOptions {@code bench.portal-settings}: more settings of the portal, {@code --name=value} parted by spaces
 * @param home {@code bench.home}: where it works; emptied first
 */
record BenchSettings(
        List<Scenario> scenarios,
        int messages,
        int seconds,
        int warmUpSeconds,
        int repetitions,
        int campaign,
        int drainSeconds,
        int reportConnections,
        List<String> portal,
        List<String> portalOptions,
        Path home) {

    private static final String MAIN = "io.heliograph.HeliographApplication";

    static BenchSettings fromProperties() {
        return new BenchSettings(
                words("bench.scenarios", Scenario.DEFAULT).map(Scenario::of).toList(),
                Integer.getInteger("bench.messages", 60_000),
                Integer.getInteger("bench.seconds", 8),
                Integer.getInteger("bench.warm-up-seconds", 10),
                Integer.getInteger("bench.repetitions", 1),
                Integer.getInteger("bench.campaign", 100_000),
                Integer.getInteger("bench.drain-seconds", 60),
                Integer.getInteger("bench.report-connections", 16),
                portalCommand(),
                words("bench.portal-settings", "").toList(),
                Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath());
    }

    /** The jar, or the classes of {@code bench.class-path} where that is set, as the portal is run while it is changed. */
    private static List<String> portalCommand() {
        Stream<String> options = words("bench.java-options", "-Xmx1g");
        String classPath = System.getProperty("bench.class-path", "");
        Stream<String> what = classPath.isEmpty()
                ? Stream.of("-jar", System.getProperty("bench.portal", "target/heliograph.jar"))
                : Stream.of("-cp", classPath, MAIN);
        return Stream.of(Stream.of(Program.javaCommand(), "--enable-native-access=ALL-UNNAMED"), options, what)
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> words(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split("[ ,]+"))
                .filter(word -> !word.isEmpty());
    }
}
