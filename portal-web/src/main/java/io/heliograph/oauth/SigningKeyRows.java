package io.heliograph.oauth;

import com.nimbusds.jose.jwk.RSAKey;
import io.heliograph.db.Times;
import io.heliograph.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of signing keys, which are sealed in it. */
@Repository
class SigningKeyRows {

    private final JdbcClient jdbc;
    private final Secrets secrets;

    SigningKeyRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** All, oldest first. */
    List<SigningKey> all() {
        return jdbc.sql("SELECT generation, sealed_key, signs_from FROM oauth_signing_key ORDER BY generation")
                .query(this::key)
                .list();
    }

    /** Fails with a {@code DuplicateKeyException} where another node was faster. */
    void insert(SigningKey key, Instant createdAt) {
        jdbc.sql("INSERT INTO oauth_signing_key (generation, sealed_key, signs_from, created_at) VALUES (?, ?, ?, ?)")
                .param(key.generation())
                .param(secrets.encrypt(key.key().toJSONString()))
                .param(Times.utc(key.signsFrom()))
                .param(Times.utc(createdAt))
                .update();
    }

    void delete(int generation) {
        jdbc.sql("DELETE FROM oauth_signing_key WHERE generation = ?")
                .param(generation)
                .update();
    }

    private SigningKey key(ResultSet row, int n) throws SQLException {
        String json = secrets.decrypt(row.getBytes("sealed_key"));
        try {
            return new SigningKey(row.getInt("generation"), RSAKey.parse(json), Times.instant(row, "signs_from"));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + row.getInt("generation") + " is not a key", e);
        }
    }
}
