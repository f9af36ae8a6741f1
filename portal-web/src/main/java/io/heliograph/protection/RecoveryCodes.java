package io.heliograph.protection;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import io.heliograph.secrets.Sha256;
import io.heliograph.tenants.User;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes for the day on which the phone is lost: ten at a time, 79 random bits each, kept as their hash, working once. */
@Component
public class RecoveryCodes {

    private static final int CODES = 10;
    private static final int CHARACTERS = 16;

    /** Without letters and digits that are taken for each other. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, AuditLog audit, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** New codes, such as {@code abcd-efgh-jkmn-pqrs}; earlier ones stop working. */
    public List<String> make(User user) {
        List<String> codes = Stream.generate(this::code).limit(CODES).toList();
        transactions.run(() -> {
            drop(user.id());
            codes.forEach(code -> jdbc.sql("""
                            INSERT INTO protection_recovery_code (user_id, code_hash, created_at) VALUES (?, ?, ?)
                            """)
                    .param(RowIds.bytes(user.id()))
                    .param(hash(code))
                    .param(Times.utc(clock.instant()))
                    .update());
            audit.write(new NewEntry(user.tenantId(), Act.RECOVERY_CODES_MADE, user.id(), user.name()));
        });
        return codes;
    }

    /** Uses a code up; false when there is none such. */
    public boolean use(UUID userId, String code) {
        return transactions.call(() ->
                jdbc.sql("""
                                DELETE FROM protection_recovery_code WHERE user_id = ? AND code_hash = ?
                                """).param(RowIds.bytes(userId)).param(hash(code)).update() == 1);
    }

    /** How many are left. */
    public int left(UUID userId) {
        return jdbc.sql("SELECT COUNT(*) FROM protection_recovery_code WHERE user_id = ?")
                .param(RowIds.bytes(userId))
                .query(Integer.class)
                .single();
    }

    /** Without a second step there is nothing to recover. */
    void dropWithoutStep(UUID userId) {
        jdbc.sql("""
                        DELETE FROM protection_recovery_code WHERE user_id = ?
                            AND NOT EXISTS (SELECT 1 FROM protection_app WHERE user_id = ? AND confirmed_at IS NOT NULL)
                            AND NOT EXISTS (SELECT 1 FROM protection_passkey WHERE user_id = ?)
                        """)
                .param(RowIds.bytes(userId))
                .param(RowIds.bytes(userId))
                .param(RowIds.bytes(userId))
                .update();
    }

    void drop(UUID userId) {
        jdbc.sql("DELETE FROM protection_recovery_code WHERE user_id = ?")
                .param(RowIds.bytes(userId))
                .update();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static byte[] hash(String code) {
        return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
