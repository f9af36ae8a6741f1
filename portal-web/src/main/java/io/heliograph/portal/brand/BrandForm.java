package io.heliograph.portal.brand;

import io.heliograph.brands.Colour;
import io.heliograph.tenants.BrandChange;
import io.heliograph.tenants.BrandSettings;
import io.heliograph.tenants.Tenant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A reseller's brand, as typed; empty is the default. */
record BrandForm(String name, String accent, String supportEmail, String mailSender, String host) {

    static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_HOST = 190;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]{2,}");
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    BrandForm {
        name = stripped(name);
        accent = stripped(accent);
        supportEmail = stripped(supportEmail);
        mailSender = stripped(mailSender);
        host = stripped(host)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/+$", "");
    }

    static BrandForm of(Tenant seller) {
        BrandSettings brand = seller.brand();
        return new BrandForm(
                text(brand.name()),
                text(brand.accent()),
                text(seller.supportEmail()),
                text(brand.mailSender()),
                text(brand.host()));
    }

    void check(Errors errors) {
        if (length(name) > LONGEST_NAME) {
            errors.rejectValue("name", "brand.name.long");
        }
        if (!accent.isEmpty() && Colour.read(accent).isEmpty()) {
            errors.rejectValue("accent", "brand.accent.wrong");
        }
        if (!supportEmail.isEmpty()
                && (supportEmail.length() > LONGEST_EMAIL
                        || !EMAIL.matcher(supportEmail).matches())) {
            errors.rejectValue("supportEmail", "brand.support.wrong");
        }
        if (length(mailSender) > LONGEST_NAME || mailSender.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue("mailSender", "brand.sender.wrong");
        }
        if (!host.isEmpty()
                && (host.length() > LONGEST_HOST || !HOST.matcher(host).matches())) {
            errors.rejectValue("host", "brand.host.wrong");
        }
    }

    BrandChange change() {
        return new BrandChange(
                given(name),
                given(mailSender),
                given(supportEmail),
                given(host),
                Colour.read(accent).map(Colour::hex).orElse(null));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
