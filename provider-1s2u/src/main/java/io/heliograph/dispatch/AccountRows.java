package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings in {@code dispatch_account}; how an account is doing is the business of {@link AccountHealth}. */
@Repository
class AccountRows {

    private final JdbcClient jdbc;
    private final Secrets secrets;

    AccountRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<ProviderAccount> all() {
        return jdbc.sql("""
                        SELECT id, name, base_url, username, password_encrypted, dlr_token, dlr_sources,
                               requests_per_second, requests_in_flight, numbers_per_request, unicode_form,
                               timeout_seconds, uncertainty_hours, low_balance
                          FROM dispatch_account
                         ORDER BY created_at, id
                        """).query(this::account).list();
    }

    void insert(ProviderAccount account, Instant now) {
        settings(jdbc.sql("""
                                INSERT INTO dispatch_account
                                    (name, base_url, username, password_encrypted, dlr_token, dlr_sources,
                                     requests_per_second, requests_in_flight, numbers_per_request, unicode_form,
                                     timeout_seconds, uncertainty_hours, low_balance, id, created_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """), account)
                .param(RowIds.bytes(account.id()))
                .param(Times.utc(now))
                .update();
    }

    boolean update(ProviderAccount account) {
        return settings(jdbc.sql("""
                                        UPDATE dispatch_account
                                           SET name = ?, base_url = ?, username = ?, password_encrypted = ?,
                                               dlr_token = ?, dlr_sources = ?, requests_per_second = ?,
                                               requests_in_flight = ?, numbers_per_request = ?, unicode_form = ?,
                                               timeout_seconds = ?, uncertainty_hours = ?, low_balance = ?
                                         WHERE id = ?
                                        """), account)
                        .param(RowIds.bytes(account.id()))
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec settings(JdbcClient.StatementSpec statement, ProviderAccount account) {
        return statement
                .param(account.name())
                .param(account.baseUrl())
                .param(account.username())
                .param(secrets.encrypt(account.password()))
                .param(account.dlrToken())
                .param(String.join(" ", account.dlrSources()))
                .param(account.requestsPerSecond())
                .param(account.requestsInFlight())
                .param(account.numbersPerRequest())
                .param(account.unicodeForm().name())
                .param(account.timeout().toSeconds())
                .param(account.uncertaintyWindow().toHours())
                .param(account.lowBalance());
    }

    private ProviderAccount account(ResultSet rs, int row) throws SQLException {
        return new ProviderAccount(
                id(rs),
                rs.getString("name"),
                rs.getString("base_url"),
                rs.getString("username"),
                secrets.decrypt(rs.getBytes("password_encrypted")),
                rs.getString("dlr_token"),
                words(rs.getString("dlr_sources")),
                rs.getInt("requests_per_second"),
                rs.getInt("requests_in_flight"),
                rs.getInt("numbers_per_request"),
                UnicodeForm.valueOf(rs.getString("unicode_form")),
                Duration.ofSeconds(rs.getInt("timeout_seconds")),
                Duration.ofHours(rs.getInt("uncertainty_hours")),
                rs.getBigDecimal("low_balance"));
    }

    private static UUID id(ResultSet rs) throws SQLException {
        return RowIds.uuid(rs.getBytes("id"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
