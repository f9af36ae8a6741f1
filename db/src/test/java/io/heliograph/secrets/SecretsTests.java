package io.heliograph.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    private final Secrets secrets = secrets(1);

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "пароль 密码 🔑"})
    void openWhatTheySealed(String plain) {
        assertThat(secrets.decrypt(secrets.encrypt(plain))).isEqualTo(plain);
    }

    @Test
    void sealTheSameTextDifferentlyEachTimeAndHideIt() {
        byte[] one = secrets.encrypt("sandbox");
        byte[] other = secrets.encrypt("sandbox");

        assertThat(one).isNotEqualTo(other).hasSize("sandbox".length() + Secrets.OVERHEAD_BYTES);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("sandbox");
    }

    @Test
    void sayThatTheKeyIsWrong() {
        byte[] sealed = secrets.encrypt("sandbox");

        assertThatThrownBy(() -> secrets(2).decrypt(sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("heliograph.encryption-key");
    }

    @Test
    void noticeEveryChangedByte() {
        byte[] sealed = secrets.encrypt("sandbox");

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> secrets.decrypt(changed))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refuseWhatIsTooShort() {
        assertThatThrownBy(() -> secrets.decrypt(new byte[0])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.decrypt(new byte[] {1})).isInstanceOf(IllegalStateException.class);
    }

    private static Secrets secrets(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new Secrets(new SecretKeySpec(key, "AES"));
    }
}
