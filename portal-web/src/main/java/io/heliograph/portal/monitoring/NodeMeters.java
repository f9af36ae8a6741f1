package io.heliograph.portal.monitoring;

import io.heliograph.portal.monitoring.MonitoringView.Commits;
import io.heliograph.portal.monitoring.MonitoringView.Step;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what this node has measured of itself. */
@Component
class NodeMeters {

    private final MeterRegistry registry;

    NodeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** In the order of a message's way; what never happened is left out. */
    List<Step> steps() {
        return Stream.of(
                        steps("heliograph.accept", "channel", "result"),
                        steps("heliograph.submit.wait", "account", null),
                        steps("heliograph.submit", "account", "answer"),
                        steps("heliograph.webhook", null, "result"))
                .flatMap(List::stream)
                .toList();
    }

    List<Commits> commits() {
        return timers("heliograph.commit").map(this::commits).toList();
    }

    long leasesLost() {
        return registry.find("heliograph.lease.lost").counters().stream()
                .mapToLong(counter -> Math.round(counter.count()))
                .sum();
    }

    private List<Step> steps(String name, @Nullable String detail, @Nullable String kind) {
        return timers(name)
                .map(timer -> step(
                        timer,
                        kind == null ? name : name + "." + tag(timer, kind),
                        detail == null ? "" : tag(timer, detail)))
                .toList();
    }

    private Stream<Timer> timers(String name) {
        return registry.find(name).timers().stream()
                .filter(timer -> timer.count() > 0)
                .sorted(Comparator.comparing(timer -> timer.getId().getTags().toString()));
    }

    private Commits commits(Timer timer) {
        String of = tag(timer, "of");
        DistributionSummary items =
                registry.find("heliograph.commit.items").tag("of", of).summary();
        return new Commits(
                of,
                timer.count(),
                items == null ? 0 : items.mean(),
                items == null ? 0 : items.max(),
                at(timer.takeSnapshot(), 0.99));
    }

    private static Step step(Timer timer, String key, String detail) {
        HistogramSnapshot snapshot = timer.takeSnapshot();
        return new Step(key, detail, timer.count(), at(snapshot, 0.5), at(snapshot, 0.95), at(snapshot, 0.99));
    }

    private static Duration at(HistogramSnapshot snapshot, double percentile) {
        return Arrays.stream(snapshot.percentileValues())
                .filter(value -> Math.abs(value.percentile() - percentile) < 1e-9)
                .map(value -> Duration.ofNanos(Math.round(value.value(TimeUnit.NANOSECONDS))))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static String tag(Meter meter, String name) {
        return Objects.requireNonNullElse(meter.getId().getTag(name), "");
    }
}
