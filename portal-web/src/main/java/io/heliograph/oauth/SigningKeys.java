package io.heliograph.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The keys that sign access tokens: in the database, so that all nodes sign with the same and a token of one is good at
 * each other. A node reads them once a minute, and at once for a key that it does not know.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final int RSA_BITS = 2048;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration FRESH_ENOUGH_TO_DENY = Duration.ofSeconds(1);

    private final SigningKeyRows rows;
    private final Transactions transactions;
    private final Clock clock;
    private volatile @Nullable Read read;

    SigningKeys(SigningKeyRows rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The keys that match, of all that are published. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        try {
            List<JWK> found = selector.select(jwks(ring(FRESH)));
            return found.isEmpty() ? selector.select(jwks(ring(FRESH_ENOUGH_TO_DENY))) : found;
        } catch (DataAccessException | TransactionException e) {
            throw new RemoteKeySourceException("The database does not give the signing keys", e);
        }
    }

    /** The one of these that signs at present. */
    JWK signing(List<JWK> keys) {
        RSAKey signing = ring(FRESH).signing(clock.instant()).orElseThrow().key();
        return keys.stream()
                .filter(key -> signing.getKeyID().equals(key.getKeyID()))
                .findFirst()
                .orElse(signing);
    }

    /** Makes the successor of a key in time, and forgets what has outlived its tokens. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void rotate() {
        Instant now = clock.instant();
        KeyRing ring = new KeyRing(rows.all());
        if (ring.keys().isEmpty()) {
            return; // the first is made with the first token
        }
        ring.successorSignsFrom(now).ifPresent(from -> add(ring.nextGeneration(), from));
        ring.outlived(now).forEach(key -> rows.delete(key.generation()));
    }

    private KeyRing ring(Duration fresh) {
        Read last = read;
        Instant now = clock.instant();
        if (last != null && last.at().plus(fresh).isAfter(now)) {
            return last.ring();
        }
        KeyRing ring = new KeyRing(rows.all());
        if (ring.keys().isEmpty()) {
            add(1, now);
            ring = new KeyRing(rows.all());
        }
        read = new Read(ring, now);
        return ring;
    }

    private void add(int generation, Instant signsFrom) {
        SigningKey key = new SigningKey(generation, generate(), signsFrom);
        try {
            transactions.run(() -> rows.insert(key, clock.instant()));
        } catch (DuplicateKeyException _) {
            // another node made this generation at the same time: its key is as good
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java has no RSA", e);
        }
    }

    private static JWKSet jwks(KeyRing ring) {
        return new JWKSet(ring.keys().stream().<JWK>map(SigningKey::key).toList());
    }

    private record Read(KeyRing ring, Instant at) {}
}
