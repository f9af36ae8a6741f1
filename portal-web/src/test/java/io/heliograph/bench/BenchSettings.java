package io.heliograph.bench;

import io.heliograph.processes.PortalProgram;
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
 * @param connections {@code bench.connections}: on how many connections accepting is measured, one row for each
 * @param campaign {@code bench.campaign}: the numbers of the campaign
 * @param growth {@code bench.growth}: the messages that the scenario {@code growth} adds, a tenth of them to one customer
 * @param lookups {@code bench.lookups}: the numbers of the list that is checked
 * @param backlog {@code bench.backlog}: the messages that are queued for the scenario {@code backlog}
 * @param drainSeconds {@code bench.drain-seconds}: how long the queue may take to become empty after the load
 * @param reportConnections {@code bench.report-connections}: over how many connections reports are posted
 * @param portal the command that starts the portal
 * @param portalSettings {@code bench.portal-settings}: more settings of the portal, {@code --name=value} parted by spaces
 * @param home {@code bench.home}: where it works; emptied first
 */
record BenchSettings(
        List<Scenario> scenarios,
        int messages,
        int seconds,
        int warmUpSeconds,
        int repetitions,
        List<Integer> connections,
        int campaign,
        long growth,
        int lookups,
        int backlog,
        int drainSeconds,
        int reportConnections,
        List<String> portal,
        List<String> portalSettings,
        Path home) {

    static BenchSettings fromProperties() {
        return new BenchSettings(
                words("bench.scenarios", Scenario.DEFAULT).map(Scenario::of).toList(),
                Integer.getInteger("bench.messages", 60_000),
                Integer.getInteger("bench.seconds", 8),
                Integer.getInteger("bench.warm-up-seconds", 10),
                Integer.getInteger("bench.repetitions", 1),
                words("bench.connections", "1,16,64").map(Integer::valueOf).toList(),
                Integer.getInteger("bench.campaign", 100_000),
                Long.getLong("bench.growth", 10_000_000),
                Integer.getInteger("bench.lookups", 100_000),
                Integer.getInteger("bench.backlog", 1_000_000),
                Integer.getInteger("bench.drain-seconds", 60),
                Integer.getInteger("bench.report-connections", 16),
                PortalProgram.command(words("bench.java-options", "-Xmx1g").toList()),
                words("bench.portal-settings", "").toList(),
                Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath());
    }

    private static Stream<String> words(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split("[ ,]+"))
                .filter(word -> !word.isEmpty());
    }
}
