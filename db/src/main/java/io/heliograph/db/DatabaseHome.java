package io.heliograph.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the embedded database below the installation's home, held by one process at a time. */
final class DatabaseHome {

    private static final int PASSWORD_BYTES = 24;
    private static final int LINES_OF_LOG = 10;

    private final Path folder;
    private final FileChannel lockFile;

    private DatabaseHome(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Takes the folder for this process; an {@link IllegalStateException} if another has it. */
    static DatabaseHome lock(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("heliograph.pid");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalStateException(
                        "%s is in use by process %s. Stop it, or choose another --heliograph.home."
                                .formatted(folder, Files.readString(file).strip()));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new DatabaseHome(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " can't be used. Choose another with --heliograph.home.", e);
        }
    }

    void unlock() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path binaries() {
        return folder.resolve("mariadb-11.4.5");
    }

    Path data() {
        return folder.resolve("database");
    }

    Path log() {
        return folder.resolve("database.log");
    }

    /** Stops the server that a killed process of ours left running. */
    void stopLeftover() throws IOException {
        Path pid = folder.resolve("database.pid");
        if (Files.exists(pid)) {
            leftover(Files.readString(pid).strip()).ifPresent(EmbeddedMariaDb::stop);
        }
    }

    void remember(long pid) throws IOException {
        Files.writeString(folder.resolve("database.pid"), Long.toString(pid));
    }

    /** The password of the database, made at the first start. */
    String password() throws IOException {
        Path file = folder.resolve("database.password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            writeSecret(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /** Statements that the server runs at its start: our user, our schema, and nobody else over the network. */
    Path writeUsers(String username, String password, String schema) throws IOException {
        Path file = folder.resolve("database.users.sql");
        Files.deleteIfExists(file);
        writeSecret(file, """
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1';
                CREATE DATABASE IF NOT EXISTS %3$s;
                """.formatted(username, password, schema));
        return file;
    }

    boolean logSays(String words) throws IOException {
        return Files.readString(log(), StandardCharsets.ISO_8859_1).contains(words);
    }

    String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }

    private Optional<ProcessHandle> leftover(String pid) {
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void writeSecret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
