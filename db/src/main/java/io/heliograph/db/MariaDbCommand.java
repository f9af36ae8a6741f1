package io.heliograph.db;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The two ways in which {@code mariadbd} is called: to make a data folder, and to serve it. */
record MariaDbCommand(MariaDbBinaries binaries, DatabaseHome home) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** The default of MySQL 8.4, so that what works here works there. */
    private static final String MYSQL_SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    /** Makes the data folder unless there is one; a half-made one of an earlier try is thrown away. */
    void install() throws IOException {
        if (Files.isDirectory(home.data())) {
            return;
        }
        Path unfinished = home.data().resolveSibling("database.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        SecretFile.createFolder(unfinished);
        List<String> command = command(unfinished);
        command.addAll(List.of(
                "--bootstrap", "--enforce-storage-engine=", "--log-warnings=0", "--innodb-flush-log-at-trx-commit=0"));
        Process process = run(command);
        writeSystemTables(process);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("the system tables can't be made: " + home.causeInLog());
        }
        Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server on {@code port} of the loopback address; it runs the statements in {@code users} first. */
    Process serve(int port, Path users, EmbeddedMariaDb.Durability durability) throws IOException {
        List<String> command = command(home.data());
        if (Files.isExecutable(SETSID)) {
            // Ctrl+C in a terminal is for us; the server is stopped by us, after its last client.
            command.addFirst(SETSID.toString());
        }
        command.addAll(List.of(
                "--init-file=" + users,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadb.sock",
                "--skip-ssl",
                "--skip-name-resolve",
                "--sql-mode=" + MYSQL_SQL_MODE,
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-connections=300",
                "--innodb-buffer-pool-size=256M",
                "--innodb-lock-wait-timeout=10",
                "--innodb-flush-log-at-trx-commit=" + durability.atCommit()));
        return run(command);
    }

    private List<String> command(Path data) throws IOException {
        SecretFile.createFolder(home.temporary());
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--datadir=" + data,
                "--tmpdir=" + home.temporary(),
                "--lc-messages-dir=" + binaries.folder().resolve("share"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--innodb-log-file-size=256M"));
        if ("root".equals(System.getProperty("user.name"))) {
            // The server refuses to run as root unless it is told to; other users must not tell it.
            command.add("--user=root");
        }
        return command;
    }

    private Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.log().toFile())
                .start();
    }

    /** What MariaDB's own install script does, without its need for a shell, a resolver and a host name. */
    private void writeSystemTables(Process process) throws IOException {
        try (BufferedWriter statements = process.outputWriter(StandardCharsets.UTF_8)) {
            // With null, root would get in from this machine without a password.
            statements.write("create database mysql;\nuse mysql;\nset @auth_root_socket='root';\n");
            for (Path file : binaries.systemTables()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.contains("@current_hostname")) {
                        statements.write(line + "\n");
                    }
                }
            }
        } catch (IOException e) {
            // The server has ended before it read everything, and its log says why.
            process.onExit().join();
            throw new IOException("the system tables can't be made: " + home.causeInLog(), e);
        }
    }
}
