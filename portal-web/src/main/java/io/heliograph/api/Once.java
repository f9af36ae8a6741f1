package io.heliograph.api;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.secrets.Secrets;
import io.heliograph.secrets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests with an idempotency key have one effect. The key is claimed on disk before the effect; the answer is kept
 * with it for seven days and given again. A node that dies in between leaves a claim that ends after a minute; whoever
 * comes then goes on with the same effect id. A request that is refused leaves nothing: its key is free again. Answers are
 * kept sealed, as some have a secret in them.
 */
@Component
public class Once {

    /** Marks an answer that was given before. */
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final OnceRows rows;
    private final Transactions transactions;
    private final Secrets secrets;
    private final JsonMapper json;

    Once(OnceRows rows, Transactions transactions, Secrets secrets, JsonMapper json) {
        this.rows = rows;
        this.transactions = transactions;
        this.secrets = secrets;
        this.json = json;
    }

    /**
     * For an effect that is all in the database: it and the record of it are one transaction.
     *
     * @param body what is asked for; null if the address says it all
     */
    public ResponseEntity<String> inTransaction(Call call, @Nullable Object body, Supplier<Answer> effect) {
        return run(call, body, claim -> transactions.call(() -> kept(claim, effect.get())));
    }

    /**
     * For an effect that has its own transactions, and happens once for each effect id by itself.
     *
     * @param effect gets the id under which it happens once
     */
    public ResponseEntity<String> byId(Call call, @Nullable Object body, Function<UUID, Answer> effect) {
        return run(call, body, claim -> {
            Answer answer = effect.apply(claim.effectId());
            return transactions.call(() -> kept(claim, answer));
        });
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void sweep() {
        transactions.inPieces(FORGOTTEN_AT_ONCE, () -> rows.forgetOld(FORGOTTEN_AT_ONCE));
    }

    private ResponseEntity<String> run(Call call, @Nullable Object body, Function<Claim, ResponseEntity<String>> work) {
        if (call.idempotencyKey() == null) {
            return work.apply(new Claim(null, RowIds.next(), RowIds.next(), false));
        }
        KeyedRequest request = new KeyedRequest(
                call.caller().tenantId(), call.accountId(), call.idempotencyKey(), hash(call.target(), body));
        return switch (claim(request)) {
            case Kept kept -> response(kept.status(), kept.location(), kept.body(), true);
            case Claim claim -> effect(request, claim, work);
        };
    }

    /**
     * What went wrong without our knowing how far it got keeps its claim, so that it is not begun anew; so does what was
     * refused now and may have been done by the node that began it.
     */
    private ResponseEntity<String> effect(
            KeyedRequest request, Claim claim, Function<Claim, ResponseEntity<String>> work) {
        try {
            return work.apply(claim);
        } catch (ApiException refused) {
            if (!claim.takenOver()) {
                transactions.run(() -> rows.release(request, claim.lease()));
            }
            throw refused;
        }
    }

    private Found claim(KeyedRequest request) {
        UUID lease = RowIds.next();
        UUID effectId = RowIds.next();
        try {
            transactions.run(() -> rows.insert(request, effectId, lease));
            return new Claim(request, effectId, lease, false);
        } catch (DuplicateKeyException _) {
            OnceRows.Kept kept = rows.find(request).orElseThrow(Once::inProgress);
            return known(request, kept, lease);
        }
    }

    private Found known(KeyedRequest request, OnceRows.Kept kept, UUID lease) {
        if (kept.old() && !kept.running()) {
            transactions.run(() -> rows.forgetOld(request));
            return claim(request);
        }
        if (!MessageDigest.isEqual(kept.hash(), request.hash())) {
            throw new ApiException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "Use a new " + Call.KEY_HEADER + " for each request, and the same one only to repeat it");
        }
        if (kept.status() != null) {
            String body = secrets.decrypt(Objects.requireNonNull(kept.body()));
            return new Kept(kept.status(), kept.location(), body);
        }
        if (kept.running() || !transactions.call(() -> rows.takeOver(request, kept.lease(), lease))) {
            throw inProgress();
        }
        return new Claim(request, kept.effectId(), lease, true);
    }

    private ResponseEntity<String> kept(Claim claim, Answer answer) {
        String body = json.writeValueAsString(answer.body());
        KeyedRequest request = claim.request();
        if (request != null
                && !rows.done(
                        request, claim.lease(), answer.status().value(), answer.location(), secrets.encrypt(body))) {
            throw inProgress();
        }
        return response(answer.status().value(), answer.location(), body, false);
    }

    private static ResponseEntity<String> response(int status, @Nullable String location, String body, boolean again) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(HttpStatus.valueOf(status)).contentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            response.header("Location", location);
        }
        if (again) {
            response.header(REPLAYED_HEADER, "true");
        }
        return response.body(body);
    }

    private byte[] hash(String target, @Nullable Object body) {
        MessageDigest digest = Sha256.digest();
        digest.update((target + '\n').getBytes(StandardCharsets.UTF_8));
        return digest.digest(body == null ? new byte[0] : json.writeValueAsBytes(body));
    }

    private static ApiException inProgress() {
        return new ApiException(ErrorCode.REQUEST_IN_PROGRESS, "Ask again in a second with the same key and body")
                .retryAfter(1);
    }

    /** What is known of a key. */
    private sealed interface Found {}

    /** The answer that was given. */
    private record Kept(int status, @Nullable String location, String body) implements Found {}

    /**
     * Ours to do; without a request if it has no key.
     *
     * @param takenOver from a node that may have done it
     */
    private record Claim(@Nullable KeyedRequest request, UUID effectId, UUID lease, boolean takenOver)
            implements Found {}
}
