package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.Scope;
import io.heliograph.portal.AddressField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A credential to make or change, as typed.
 *
 * @param answer of a login
 * @param scopes what a key or client may do
 * @param addresses from where, with spaces, commas or line ends between; empty for everywhere
 * @param lastDay on which it works, such as 2026-12-31; empty for no end
 */
record AccessForm(
        AccessKind kind,

        @NotBlank(message = "{api.name.missing}") @Size(max = AccessForm.MOST, message = "{api.name.long}")
        String name,

        AnswerForm answer,
        Set<Scope> scopes,
        String addresses,
        String lastDay) {

    static final int MOST = 60;

    AccessForm(
            @Nullable AccessKind kind,
            @Nullable String name,
            @Nullable AnswerForm answer,
            @Nullable Set<Scope> scopes,
            @Nullable String addresses,
            @Nullable String lastDay) {
        this.kind = kind == null ? AccessKind.KEY : kind;
        this.name = name == null ? "" : name.strip();
        this.answer = answer == null ? AnswerForm.OK : answer;
        this.scopes = scopes == null || scopes.isEmpty() ? Set.of() : EnumSet.copyOf(scopes);
        this.addresses = addresses == null ? "" : addresses.strip();
        this.lastDay = lastDay == null ? "" : lastDay.strip();
    }

    static AccessForm empty(AccessKind kind) {
        Set<Scope> usual = kind.hasScopes() ? EnumSet.of(Scope.MESSAGES_WRITE, Scope.MESSAGES_READ) : Set.of();
        return new AccessForm(kind, "", AnswerForm.OK, usual, "", "");
    }

    static AccessForm of(Access access, ZoneId zone) {
        Limits limits = access.limits();
        return new AccessForm(
                access.kind(),
                access.name(),
                access.answer(),
                limits.scopes(),
                String.join("\n", limits.addresses().ranges()),
                lastDay(limits.expiresAt(), zone));
    }

    /** Rejects what the annotations don't see. */
    void check(Errors errors, ZoneId zone, Instant now) {
        if (kind.hasScopes() && scopes.isEmpty()) {
            errors.rejectValue("scopes", "api.scopes.missing");
        }
        AddressField.check(errors, "addresses", addresses);
        if (!lastDay.isEmpty() && end(zone).filter(now::isBefore).isEmpty()) {
            errors.rejectValue("lastDay", "api.last-day.wrong");
        }
    }

    /** The limits, once {@link #check} found nothing; what stayed as it was keeps its very moment. */
    Limits limits(ZoneId zone, @Nullable Limits before) {
        Instant kept = before == null ? null : before.expiresAt();
        boolean same = lastDay.equals(lastDay(kept, zone));
        return new Limits(
                kind.hasScopes() ? scopes : Set.of(),
                AddressList.parse(addresses),
                same ? kept : end(zone).orElse(null));
    }

    /** The end of the last day where its owner lives. */
    private Optional<Instant> end(ZoneId zone) {
        try {
            return lastDay.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(lastDay)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String lastDay(@Nullable Instant end, ZoneId zone) {
        return end == null ? "" : LocalDate.ofInstant(end.minusMillis(1), zone).toString();
    }
}
