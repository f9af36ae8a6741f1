package io.heliograph.tenants;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.secrets.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links in mails: 256 random bits, kept as their hash, working once and for a time. */
@Repository
class MailLinks {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    MailLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token for a person; earlier ones of the same purpose stop working. */
    String issue(UUID userId, LinkPurpose purpose) {
        withdraw(userId, purpose);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO tenants_mail_link (token_hash, user_id, purpose, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(Sha256.of(token))
                .param(RowIds.bytes(userId))
                .param(purpose.name())
                .param(Times.utc(now))
                .param(Times.utc(now.plus(purpose.life())))
                .update();
        return token;
    }

    /** Whose link it is, while it works. */
    Optional<UUID> owner(String token, LinkPurpose purpose) {
        return jdbc.sql("""
                        SELECT user_id FROM tenants_mail_link
                        WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?
                        """)
                .param(Sha256.of(token))
                .param(purpose.name())
                .param(Times.utc(clock.instant()))
                .query((row, n) -> RowIds.uuid(row.getBytes("user_id")))
                .optional();
    }

    /** Uses a link up; false when it was used, withdrawn or too late, also by somebody a moment before. */
    boolean use(String token, LinkPurpose purpose) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE tenants_mail_link SET used_at = ?
                        WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?
                        """)
                        .param(Times.utc(now))
                        .param(Sha256.of(token))
                        .param(purpose.name())
                        .param(Times.utc(now))
                        .update()
                == 1;
    }

    /** Ends all open links of a person for a purpose. */
    void withdraw(UUID userId, LinkPurpose purpose) {
        jdbc.sql("UPDATE tenants_mail_link SET used_at = ? WHERE user_id = ? AND purpose = ? AND used_at IS NULL")
                .param(Times.utc(clock.instant()))
                .param(RowIds.bytes(userId))
                .param(purpose.name())
                .update();
    }
}
