package io.heliograph.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTests {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final SigningKey first = key(1, START);
    private final SigningKey second = key(2, START.plus(DAY.multipliedBy(30)));

    @Test
    void theFirstKeySignsAtOnce() {
        KeyRing none = new KeyRing(List.of());

        assertThat(none.successorSignsFrom(START)).contains(START);
        assertThat(none.nextGeneration()).isEqualTo(1);
        assertThat(none.signing(START)).isEmpty();
    }

    @Test
    void aSuccessorIsPublishedADayBeforeItSigns() {
        KeyRing ring = new KeyRing(List.of(first));
        Instant announced = START.plus(DAY.multipliedBy(29));

        assertThat(ring.successorSignsFrom(announced.minus(MOMENT))).isEmpty();
        assertThat(ring.successorSignsFrom(announced)).contains(second.signsFrom());
        assertThat(ring.nextGeneration()).isEqualTo(2);
    }

    @Test
    void aSuccessorThatIsLateSignsAtOnce() {
        Instant late = START.plus(DAY.multipliedBy(90));

        assertThat(new KeyRing(List.of(first)).successorSignsFrom(late)).contains(late);
    }

    @Test
    void theOldOneSignsUntilTheSuccessorsTimeHasCome() {
        KeyRing ring = new KeyRing(List.of(first, second));

        assertThat(ring.signing(second.signsFrom().minus(MOMENT))).contains(first);
        assertThat(ring.signing(second.signsFrom())).contains(second);
        assertThat(ring.signing(START.minus(DAY)))
                .as("a node whose clock is behind")
                .contains(first);
    }

    @Test
    void theOldOneIsPublishedADayLonger() {
        KeyRing ring = new KeyRing(List.of(first, second));
        Instant outlived = second.signsFrom().plus(DAY);

        assertThat(ring.outlived(outlived.minus(MOMENT))).isEmpty();
        assertThat(ring.outlived(outlived)).containsExactly(first);
    }

    private static SigningKey key(int generation, Instant signsFrom) {
        RSAKey key = new RSAKey.Builder(new Base64URL("AQAB"), new Base64URL("AQAB"))
                .keyID("key-" + generation)
                .build();
        return new SigningKey(generation, key, signsFrom);
    }
}
