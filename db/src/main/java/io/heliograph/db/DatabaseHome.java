package io.heliograph.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the embedded database below the installation's home, held by one process at a time. */
final class DatabaseHome {

    private static final int PASSWORD_BYTES = 24;
    private static final Pattern ERROR = Pattern.compile(".*\\[ERROR] |.*error while loading ");

    /** A lock keeps out other processes only; and to open and close its file once more here would give it up. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lockFile;

    private DatabaseHome(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Takes the folder for this process; an {@link EmbeddedMariaDbException} if another has it. */
    static DatabaseHome lock(Path folder) {
        try {
            SecretFile.createFolder(folder);
            Path real = folder.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(real, Long.toString(ProcessHandle.current().pid()));
            }
            return new DatabaseHome(real, lockFile(real));
        } catch (IOException e) {
            throw new EmbeddedMariaDbException(
                    "The folder " + folder + " can't be used. Choose another with --heliograph.home.", e);
        }
    }

    void unlock() {
        HELD_HERE.remove(folder);
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + folder + " can't be released", e);
        }
    }

    Path binaries() {
        return folder.resolve("mariadb-11.4.5");
    }

    Path data() {
        return folder.resolve("database");
    }

    /** Its temporary tables: a server that starts deletes what others have in a folder that it shares with them. */
    Path temporary() {
        return folder.resolve("database.tmp");
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

    /** Notes the server's process id, for the case that this process is killed. */
    void remember(long pid) throws IOException {
        Files.writeString(folder.resolve("database.pid"), Long.toString(pid));
    }

    /** The password of the database, made at the first start. */
    String password() throws IOException {
        return new SecretFile(folder, "database.password").read(DatabaseHome::randomPassword);
    }

    /** Statements that the server runs at its start: our user, our schema, and nobody else over the network. */
    Path writeUsers(String username, String password, String schema) throws IOException {
        SecretFile file = new SecretFile(folder, "database.users.sql");
        file.write("""
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1';
                CREATE DATABASE IF NOT EXISTS %3$s;
                """.formatted(username, password, schema));
        return file.path();
    }

    boolean logSays(String words) throws IOException {
        return Files.readString(log(), StandardCharsets.ISO_8859_1).contains(words);
    }

    /** The first error in the log, else its last line. */
    String causeInLog() throws IOException {
        List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
        return lines.stream()
                .filter(line -> ERROR.matcher(line).lookingAt())
                .findFirst()
                .map(line -> ERROR.matcher(line).replaceFirst(""))
                .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    }

    private Optional<ProcessHandle> leftover(String pid) {
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()));
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        Path file = folder.resolve("heliograph.pid");
        boolean locked = false;
        try {
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                HELD_HERE.remove(folder);
            }
        }
    }

    private static EmbeddedMariaDbException inUse(Path folder, String process) {
        return new EmbeddedMariaDbException(
                "%s is in use by process %s. Stop it, or choose another --heliograph.home.".formatted(folder, process));
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
