package io.heliograph.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Homes and settings of portals that run as processes. */
final class Homes {

    private Homes() {}

    /** A home with nothing in it, below {@code target}. */
    static Path empty(String name) throws IOException {
        Path home = Path.of("target", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        return Files.createDirectories(home);
    }

    /** A sandbox in this home that sends through another 1s2u. */
    static Map<String, String> settings(Path home, FakeOneS2u oneS2u) {
        return Map.of(
                "heliograph.home",
                home.toString(),
                "heliograph.provider.base-url",
                oneS2u.baseUrl(),
                "heliograph.provider.username",
                FakeOneS2u.USERNAME,
                "heliograph.provider.password",
                FakeOneS2u.PASSWORD,
                "heliograph.provider.dlr-token",
                LineTest.DLR.substring("/dlr/1s2u/".length()),
                "heliograph.provider.requests-per-second",
                "200",
                "heliograph.provider.timeout-seconds",
                "3",
                "spring.datasource.hikari.connection-timeout",
                "3000");
    }
}
