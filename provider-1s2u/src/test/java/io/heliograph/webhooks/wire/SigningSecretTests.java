package io.heliograph.webhooks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretTests {

    @Test
    void signsTheSpecificationsVector() {
        SigningSecret secret = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void ignoresWhatIsBelowASecond() {
        SigningSecret secret = SigningSecret.generate();

        assertThat(secret.sign("id", Instant.ofEpochSecond(5).plusMillis(900), "body"))
                .isEqualTo(secret.sign("id", Instant.ofEpochSecond(5), "body"))
                .isNotEqualTo(secret.sign("id", Instant.ofEpochSecond(6), "body"));
    }

    @Test
    void generatesThirtyTwoBytesThatReadBack() {
        SigningSecret secret = SigningSecret.generate();

        String revealed = secret.reveal();

        assertThat(revealed).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(revealed.substring(6))).hasSize(32);
        assertThat(SigningSecret.parse(revealed).sign("a", Instant.EPOCH, "b"))
                .isEqualTo(secret.sign("a", Instant.EPOCH, "b"));
        assertThat(SigningSecret.generate().reveal()).isNotEqualTo(revealed);
    }

    @Test
    void showsNothingOfItselfInALog() {
        SigningSecret secret = SigningSecret.generate();

        assertThat("%s".formatted(secret)).isEqualTo("whsec_…");
    }

    @Test
    void refusesASecretWithoutItsPrefix() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.parse("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }
}
