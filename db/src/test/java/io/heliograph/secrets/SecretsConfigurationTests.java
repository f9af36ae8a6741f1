package io.heliograph.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.HomeProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class SecretsConfigurationTests {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final MockEnvironment environment = new MockEnvironment();

    @TempDir
    private Path folder;

    @Test
    void makesAKeyThatOnlyItsOwnerReadsAndUsesItAgain() throws Exception {
        Path home = folder.resolve("home");
        byte[] sealed = secrets(home, null).encrypt("sandbox");

        assertThat(secrets(home, null).decrypt(sealed)).isEqualTo("sandbox");
        assertThat(Files.getPosixFilePermissions(home.resolve("encryption.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void usesTheSettingAndMakesNoFile() {
        byte[] sealed = secrets(folder, KEY).encrypt("sandbox");

        assertThat(secrets(folder, KEY).decrypt(sealed)).isEqualTo("sandbox");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ="})
    void refusesWhatIsNoKey(String setting) {
        assertThatThrownBy(() -> secrets(folder, setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("heliograph.encryption-key");
    }

    @Test
    void warnsOnceWhereADatabaseIsSharedByNodes(CapturedOutput output) {
        environment.setProperty("spring.datasource.url", "jdbc:mysql://db/heliograph");

        secrets(folder, null);
        secrets(folder, null);

        assertThat(output.getOut()).containsOnlyOnce("Every node needs the same");
    }

    @Test
    void isQuietInTheSandbox(CapturedOutput output) {
        secrets(folder, null);

        assertThat(output.getOut()).isEmpty();
    }

    private Secrets secrets(Path home, @Nullable String key) {
        return new SecretsConfiguration().secrets(new HomeProperties(home, key), environment);
    }
}
