package io.heliograph.apikeys;

import io.heliograph.credentials.Lately;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.Tenants;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** API keys as bearer tokens. When one was last used is written in the background, so that no call waits for it. */
@Component
class KeyTokens implements BearerTokens {

    private final Lately<String, Found> lately = new Lately<>();
    private final Map<ApiCaller, Instant> lastUses = new ConcurrentHashMap<>();
    private final ApiKeyRows rows;
    private final Tenants tenants;
    private final Transactions transactions;
    private final Clock clock;

    KeyTokens(ApiKeyRows rows, Tenants tenants, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean reads(String token) {
        return token.startsWith(KeyText.PREFIX);
    }

    @Override
    public TokenResult check(String token, String address) {
        if (!KeyText.isWellFormed(token)) {
            return new TokenResult.Unknown();
        }
        return lately.find(HexFormat.of().formatHex(KeyText.hash(token)), this::read)
                .map(found -> check(found, address))
                .orElseGet(TokenResult.Unknown::new);
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    @PreDestroy
    void writeLastUses() {
        Map<ApiCaller, Instant> uses = new HashMap<>(lastUses);
        uses.forEach(lastUses::remove);
        if (!uses.isEmpty()) {
            transactions.run(() -> rows.used(uses));
        }
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        lately.sweep();
    }

    private TokenResult check(Found found, String address) {
        ApiKey key = found.key();
        if (key.isOver(clock.instant())) {
            return new TokenResult.Expired(found.caller());
        }
        if (!key.limits().addresses().allows(address)) {
            return new TokenResult.Elsewhere(found.caller(), address);
        }
        if (found.isSuspended()) {
            return new TokenResult.Suspended(found.caller());
        }
        lastUses.put(found.caller(), clock.instant());
        return new TokenResult.Known(found.caller());
    }

    private Optional<Found> read(String hash) {
        return rows.known(HexFormat.of().parseHex(hash))
                .map(key -> new Found(
                        key,
                        new ApiCaller(key.tenantId(), key.id(), key.limits().scopes()),
                        tenants.isSuspended(key.tenantId())));
    }

    private record Found(ApiKey key, ApiCaller caller, boolean isSuspended) {}
}
