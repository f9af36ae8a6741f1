package io.heliograph.dispatch;

import io.heliograph.db.StartWork;
import io.heliograph.provider.UnicodeForm;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The provider account that settings name. Settings say where and who; what the operator changed on the screen since
 * stays.
 */
@Component
public class ConfiguredAccount {

    /** Of the account that settings name. */
    public static final UUID ID = UUID.nameUUIDFromBytes("heliograph.provider".getBytes(StandardCharsets.UTF_8));

    private static final int TOKEN_BYTES = 24;
    private static final Duration UNCERTAINTY_WINDOW = Duration.ofDays(1);

    private final ProviderAccounts accounts;
    private final ProviderProperties properties;
    private final StartWork start;

    ConfiguredAccount(ProviderAccounts accounts, ProviderProperties properties, StartWork start) {
        this.accounts = accounts;
        this.properties = properties;
        this.start = start;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        start.run("The provider account of the settings", this::setUp);
    }

    /** Sets the account up by the settings; nothing if they name none. */
    public Optional<ProviderAccount> setUp() {
        return properties.isSet()
                ? Optional.of(setUp(baseUrl(), properties.username(), properties.password()))
                : Optional.empty();
    }

    /** Sets the account up at another address than the settings', such as the simulator's. */
    public ProviderAccount setUp(String baseUrl, String username, String password) {
        ProviderAccount account = accounts.find(ID)
                .map(known -> new ProviderAccount(
                        ID,
                        known.name(),
                        baseUrl,
                        username,
                        password,
                        properties.dlrToken() == null ? known.dlrToken() : properties.dlrToken(),
                        known.dlrSources(),
                        known.requestsPerSecond(),
                        known.requestsInFlight(),
                        known.numbersPerRequest(),
                        known.unicodeForm(),
                        known.timeout(),
                        known.uncertaintyWindow(),
                        known.lowBalance()))
                .orElseGet(() -> fresh(baseUrl, username, password));
        accounts.save(account);
        return account;
    }

    /** With SMPP alone, HTTP is taken to be on the same host: for the balance. */
    private String baseUrl() {
        return properties.hasBaseUrl() ? String.valueOf(properties.baseUrl()) : "http://" + properties.smppHost();
    }

    private ProviderAccount fresh(String baseUrl, String username, String password) {
        return new ProviderAccount(
                ID,
                "1s2u",
                baseUrl,
                username,
                password,
                properties.dlrToken() == null ? newToken() : properties.dlrToken(),
                List.of(),
                properties.requestsPerSecond(),
                properties.requestsInFlight(),
                properties.numbersPerRequest(),
                UnicodeForm.UTF_8,
                Duration.ofSeconds(properties.timeoutSeconds()),
                UNCERTAINTY_WINDOW,
                null);
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
