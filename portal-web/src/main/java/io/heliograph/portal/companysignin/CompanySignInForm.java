package io.heliograph.portal.companysignin;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.tenants.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A provider, as typed.
 *
 * @param clientSecret empty to keep the one that is there
 * @param domains separated by commas, spaces or lines
 * @param role for new people; null for none
 */
record CompanySignInForm(
        String label,
        String issuer,
        String clientId,
        String clientSecret,
        String domains,
        @Nullable Role role) {

    private static final Pattern DOMAIN = Pattern.compile("(?=.{3,253}$)([a-z0-9-]{1,63}\\.)+[a-z0-9-]{2,63}");
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SECRET = 500;
    private static final int LONGEST_DOMAINS = 1000;

    CompanySignInForm {
        label = label == null ? "" : label.strip();
        issuer = issuer == null ? "" : issuer.strip();
        clientId = clientId == null ? "" : clientId.strip();
        clientSecret = clientSecret == null ? "" : clientSecret.strip();
        domains = domains == null ? "" : domains.strip();
    }

    static CompanySignInForm of(CompanyProvider provider) {
        return new CompanySignInForm(
                provider.label(),
                provider.issuer(),
                provider.clientId(),
                "",
                String.join(", ", provider.domains()),
                provider.newRole());
    }

    static CompanySignInForm empty(String label) {
        return new CompanySignInForm(label, "", "", "", "", null);
    }

    void check(boolean hasSecret, BindingResult errors) {
        length("label", label, LONGEST_LABEL, errors);
        length("issuer", issuer, LONGEST_ISSUER, errors);
        length("clientId", clientId, LONGEST_ID, errors);
        if (clientSecret.isEmpty() && !hasSecret) {
            errors.rejectValue("clientSecret", "company.clientSecret.missing");
        } else if (clientSecret.length() > LONGEST_SECRET) {
            errors.rejectValue("clientSecret", "company.clientSecret.long");
        }
        List<String> wrong = list().stream()
                .filter(domain -> !DOMAIN.matcher(domain).matches())
                .toList();
        if (!wrong.isEmpty()) {
            errors.rejectValue("domains", "company.domains.wrong", new Object[] {wrong.getFirst()}, "");
        } else if (role != null && list().isEmpty()) {
            errors.rejectValue("domains", "company.domains.missing");
        } else if (String.join(",", list()).length() > LONGEST_DOMAINS) {
            errors.rejectValue("domains", "company.domains.long");
        }
        if (role == Role.OWNER) {
            errors.rejectValue("role", "company.role.owner");
        }
    }

    /** The provider, with the secret that is there where none was typed. */
    CompanyProvider provider(UUID tenantId, String secret) {
        return new CompanyProvider(
                tenantId, label, issuer, clientId, clientSecret.isEmpty() ? secret : clientSecret, list(), role);
    }

    private List<String> list() {
        return Arrays.stream(domains.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .toList();
    }

    private static void length(String field, String text, int most, BindingResult errors) {
        if (text.isEmpty()) {
            errors.rejectValue(field, "company." + field + ".missing");
        } else if (text.length() > most) {
            errors.rejectValue(field, "company." + field + ".long");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CompanySignInForm[" + issuer + "]";
    }
}
