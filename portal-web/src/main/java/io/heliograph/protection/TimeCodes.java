package io.heliograph.protection;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;

/** Codes by time: RFC 6238 as all apps speak it, with HMAC-SHA-1, six digits and 30 seconds. */
@Component
class TimeCodes {

    private static final long STEP_SECONDS = 30;
    private static final int DRIFT_STEPS = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    TimeCodes(Clock clock) {
        this.clock = clock;
    }

    /** The time step of which this is the code, among the present one and its neighbours. */
    OptionalLong step(String seed, String code) {
        byte[] typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(now - DRIFT_STEPS, now + DRIFT_STEPS)
                .filter(step -> MessageDigest.isEqual(code(seed, step).getBytes(StandardCharsets.UTF_8), typed))
                .findFirst();
    }

    /** The code of a step. */
    String code(String seed, long step) {
        try {
            SecretKeySpec key = new SecretKeySpec(new Base32().decode(seed), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
