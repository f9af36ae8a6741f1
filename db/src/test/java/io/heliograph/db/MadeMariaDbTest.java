package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/** The same where the data is made already: once for each class, and every test begins with a copy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MadeMariaDbTest extends MariaDbTest {

    private final Path made = home.resolve(STAYS + "made");

    @BeforeAll
    void makeTheData() throws Exception {
        forgetTheData();
        FileSystemUtils.deleteRecursively(made);
        start().close();
        Files.createDirectories(made);
        Files.move(home.resolve("database"), made.resolve("database"));
        Files.move(home.resolve("database.password"), made.resolve("database.password"));
    }

    @BeforeEach
    void beginWithTheData() throws Exception {
        // The log of the database is large and empty.
        Process copy = new ProcessBuilder("cp", "-a", "--sparse=always", made + "/.", home.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
    }
}
