package io.heliograph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the portal as it is run in earnest, on this machine, and prints one table; the same is in {@code table.md} and,
 * for programs, in {@code table.tsv} below {@code bench.home}. Settings: {@link BenchSettings}.
 */
final class Benchmark {

    private Benchmark() {}

    public static void main(String... arguments) throws Exception {
        BenchSettings settings = BenchSettings.fromProperties();
        FileSystemUtils.deleteRecursively(settings.home());
        Path home = Files.createDirectories(settings.home());
        Table table = new Table();
        try (Installation installation = Installation.start(settings)) {
            Measurements measurements = new Measurements(settings, installation, table);
            measurements.warmUp();
            for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
                for (Scenario scenario : settings.scenarios()) {
                    measurements.run(scenario);
                }
            }
        }
        Files.writeString(home.resolve("table.md"), table.markdown());
        Files.writeString(home.resolve("table.tsv"), table.tabSeparated());
        System.out.println();
        System.out.println(table.markdown());
    }
}
