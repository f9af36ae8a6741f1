package io.heliograph.db;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that only its owner can read, in a folder that only its owner can enter. */
public record SecretFile(Path folder, String name) {

    private static final FileAttribute<?> FOLDER_OF_OWNER = onlyOwner("rwx------");
    private static final FileAttribute<?> FILE_OF_OWNER = onlyOwner("rw-------");

    /** The file itself; there need not be one yet. */
    public Path path() {
        return folder.resolve(name);
    }

    /**
     * The text of the file without the white space around it. Where there is no file, it is made with {@code first};
     * processes that do so at once get the same text.
     */
    public String read(Supplier<String> first) throws IOException {
        if (Files.notExists(path())) {
            createFolder(folder);
            Path draft = Files.createTempFile(folder, name, ".new", FILE_OF_OWNER);
            try {
                Files.writeString(draft, first.get());
                Files.createLink(path(), draft);
            } catch (FileAlreadyExistsException _) {
                // Another process was first, and its text counts.
            } finally {
                Files.delete(draft);
            }
        }
        return Files.readString(path()).strip();
    }

    /** Writes {@code text}, in place of what was there. */
    void write(String text) throws IOException {
        Files.deleteIfExists(path());
        Files.createFile(path(), FILE_OF_OWNER);
        Files.writeString(path(), text);
    }

    /** Makes {@code folder}, for its owner only, unless there is one. */
    static void createFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, FOLDER_OF_OWNER);
        }
    }

    private static FileAttribute<?> onlyOwner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
