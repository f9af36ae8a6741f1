package io.heliograph.tenants;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a password must be: long, and not the e-mail address. What it is made of is the person's own business. */
public enum PasswordRule {
    TOO_SHORT,
    TOO_LONG,
    IS_EMAIL;

    /** In characters. */
    public static final int MIN_LENGTH = 12;

    /** In bytes of UTF-8: bcrypt reads no further. */
    public static final int MAX_BYTES = 72;

    /** The rule that a password breaks, if any. */
    public static Optional<PasswordRule> brokenBy(String password, String email) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of(TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(TOO_LONG);
        }
        String lower = password.strip().toLowerCase(Locale.ROOT);
        return lower.equals(email.toLowerCase(Locale.ROOT)) ? Optional.of(IS_EMAIL) : Optional.empty();
    }

    /** A person's new password as it is kept; an {@link IllegalArgumentException} if it breaks a rule. */
    static String encoded(String password, User user, PasswordEncoder encoder) {
        if (brokenBy(password, user.email()).isPresent()) {
            throw new IllegalArgumentException("This password breaks a rule");
        }
        return Objects.requireNonNull(encoder.encode(password));
    }
}
