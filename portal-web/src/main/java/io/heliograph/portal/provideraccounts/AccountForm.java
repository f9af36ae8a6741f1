package io.heliograph.portal.provideraccounts;

import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.provider.UnicodeForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An account's settings, as typed.
 *
 * @param password empty to keep the one that is set
 * @param lowBalance empty for no alert
 * @param sources addresses that may call back, by spaces, commas or lines; empty for any
 */
record AccountForm(
        @NotBlank(message = "{accounts.name.missing}") @Size(max = 60, message = "{accounts.name.long}")
        String name,

        @NotBlank(message = "{accounts.url.wrong}") @Size(max = 200, message = "{accounts.url.wrong}")
        String baseUrl,

        @NotBlank(message = "{accounts.username.missing}") @Size(max = 60, message = "{accounts.username.long}")
        String username,

        String password,

        String requestsPerSecond,
        String requestsInFlight,
        String numbersPerRequest,
        @Nullable UnicodeForm unicodeForm,
        String timeoutSeconds,
        String uncertaintyHours,

        @Pattern(regexp = "|[0-9]{1,12}(\\.[0-9]{1,4})?", message = "{accounts.low.wrong}")
        String lowBalance,

        String sources) {

    private static final int SOURCES_LENGTH = 400;
    private static final int PASSWORD_LENGTH = 100;
    private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("[0-9]{1,6}");
    private static final java.util.regex.Pattern SEPARATORS = java.util.regex.Pattern.compile("[\\s,;]+");
    private static final java.util.regex.Pattern ADDRESS = java.util.regex.Pattern.compile("[0-9a-fA-F.:]{2,45}");

    AccountForm {
        name = name == null ? "" : name.strip();
        baseUrl = baseUrl == null ? "" : baseUrl.strip();
        username = username == null ? "" : username.strip();
        password = password == null ? "" : password;
        requestsPerSecond = bare(requestsPerSecond);
        requestsInFlight = bare(requestsInFlight);
        numbersPerRequest = bare(numbersPerRequest);
        timeoutSeconds = bare(timeoutSeconds);
        uncertaintyHours = bare(uncertaintyHours);
        lowBalance = lowBalance == null ? "" : lowBalance.strip().replace(",", "");
        sources = sources == null ? "" : sources.strip();
    }

    /** What an account starts with: 1s2u's own limits. */
    static AccountForm empty() {
        return new AccountForm("", "", "", "", "30", "30", "15", UnicodeForm.UTF_8, "30", "72", "", "");
    }

    static AccountForm of(ProviderAccount account) {
        BigDecimal low = account.lowBalance();
        return new AccountForm(
                account.name(),
                account.baseUrl(),
                account.username(),
                "",
                String.valueOf(account.requestsPerSecond()),
                String.valueOf(account.requestsInFlight()),
                String.valueOf(account.numbersPerRequest()),
                account.unicodeForm(),
                String.valueOf(account.timeout().toSeconds()),
                String.valueOf(account.uncertaintyWindow().toHours()),
                low == null ? "" : low.stripTrailingZeros().toPlainString(),
                String.join("\n", account.dlrSources()));
    }

    /** @param hasPassword whether one is set already, so that this one may be empty */
    void check(Errors errors, boolean hasPassword) {
        requireWithin(errors, "requestsPerSecond", requestsPerSecond, 10_000, "accounts.rps.wrong");
        requireWithin(errors, "requestsInFlight", requestsInFlight, 1_000, "accounts.inflight.wrong");
        requireWithin(errors, "numbersPerRequest", numbersPerRequest, 15, "accounts.numbers.wrong");
        requireWithin(errors, "timeoutSeconds", timeoutSeconds, 300, "accounts.timeout.wrong");
        requireWithin(errors, "uncertaintyHours", uncertaintyHours, 720, "accounts.window.wrong");
        if (!baseUrl.isEmpty() && !isHttp(baseUrl)) {
            errors.rejectValue("baseUrl", "accounts.url.wrong");
        }
        if (password.isEmpty() && !hasPassword) {
            errors.rejectValue("password", "accounts.password.missing");
        } else if (password.length() > PASSWORD_LENGTH) {
            errors.rejectValue("password", "accounts.password.long");
        }
        if (sources.length() > SOURCES_LENGTH
                || !sourceList().stream().allMatch(one -> ADDRESS.matcher(one).matches())) {
            errors.rejectValue("sources", "accounts.sources.wrong");
        }
    }

    /** The account, once {@link #check} and the constraints found nothing. */
    ProviderAccount account(UUID id, String dlrToken, String keptPassword) {
        return new ProviderAccount(
                id,
                name,
                baseUrl,
                username,
                password.isEmpty() ? keptPassword : password,
                dlrToken,
                sourceList(),
                Integer.parseInt(requestsPerSecond),
                Integer.parseInt(requestsInFlight),
                Integer.parseInt(numbersPerRequest),
                unicodeForm == null ? UnicodeForm.UTF_8 : unicodeForm,
                Duration.ofSeconds(Integer.parseInt(timeoutSeconds)),
                Duration.ofHours(Integer.parseInt(uncertaintyHours)),
                lowBalance.isEmpty() ? null : new BigDecimal(lowBalance));
    }

    private List<String> sourceList() {
        return SEPARATORS.splitAsStream(sources).filter(one -> !one.isEmpty()).toList();
    }

    /** A whole number from 1 to {@code most}. */
    private static void requireWithin(Errors errors, String field, String typed, int most, String key) {
        boolean number = NUMBER.matcher(typed).matches();
        if (!number || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            errors.rejectValue(field, key);
        }
    }

    private static String bare(@Nullable String number) {
        return number == null ? "" : number.replace(",", "").strip();
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AccountForm[" + name + "]";
    }
}
