package io.heliograph.portal.audit;

import io.heliograph.audit.Act.Topic;
import io.heliograph.audit.Actor;
import io.heliograph.audit.AuditEntry;
import io.heliograph.audit.AuditLog;
import io.heliograph.ledger.Credits;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Words;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a page of the log together. Of people above the reader it tells that they acted, not who or from where. */
@Component
class AuditPages {

    private static final int PAGE = 50;

    private final AuditLog audit;
    private final Tenants tenants;
    private final Words words;
    private final Fmt fmt;
    private final Clock clock;

    AuditPages(AuditLog audit, Tenants tenants, Words words, Fmt fmt, Clock clock) {
        this.audit = audit;
        this.tenants = tenants;
        this.words = words;
        this.fmt = fmt;
        this.clock = clock;
    }

    AuditView of(SignedIn who, AuditSearch search, @Nullable UUID before) {
        List<AuditEntry> found = audit.page(who.tenantId(), search.filter(clock.instant()), before, PAGE + 1);
        Names names = new Names(who);
        List<AuditView.Line> lines =
                found.stream().limit(PAGE).map(entry -> line(entry, names)).toList();
        String next = found.size() > PAGE ? search.next(lines.getLast().id()) : null;
        return new AuditView(search, List.of(Topic.values()), accounts(who), lines, next);
    }

    private AuditView.Line line(AuditEntry entry, Names names) {
        Actor actor = entry.actor();
        boolean hidden = names.isAbove(actor.who()) || names.isAbove(actor.behind());
        return new AuditView.Line(
                entry.id(),
                entry.at(),
                words.of("audit." + entry.what().act(), entry.what().subject(), detail(entry)),
                names.of(actor.who()),
                actor.behind() == null ? null : names.of(actor.behind()),
                names.account(entry.what().tenantId()),
                hidden ? "" : actor.address());
    }

    private String detail(AuditEntry entry) {
        String detail = entry.what().detail();
        return switch (entry.what().act()) {
            case ROLE_CHANGED, PERSON_INVITED, PERSON_CAME_BY_COMPANY -> words.of("role." + detail);
            case SIGNED_IN, SECOND_STEP_PASSED, SECOND_STEP_REFUSED -> words.of("audit.by." + detail);
            case CREDITS_GIVEN, CREDITS_TAKEN_BACK, CREDITS_BOUGHT, CREDIT_LIMIT_CHANGED ->
                fmt.inCredits(Credits.parse(detail));
            case PROTECTION_CHANGED -> words.of("audit.protection." + detail);
            case SMPP_LIMITS_CHANGED -> words.of("smpp.limits.line", (Object[]) detail.split(", ", -1));
            case SMPP_ADDRESSES_CHANGED, EMAIL_WRITERS_CHANGED, EMAIL_SENDERS_CHANGED ->
                detail.isEmpty() ? words.of("audit.empty." + entry.what().act()) : detail;
            default -> detail;
        };
    }

    private List<Tenant> accounts(SignedIn who) {
        return tenants.children(who.tenantId(), "", null, 500);
    }

    /** Names of people and accounts, as this reader may know them. */
    private final class Names {

        private final SignedIn who;
        private final Map<UUID, Optional<String>> below = new HashMap<>();

        Names(SignedIn who) {
            this.who = who;
        }

        /** Empty for the reader's own. */
        @Nullable
        String account(UUID tenantId) {
            return tenantId.equals(who.tenantId()) ? null : known(tenantId).orElse(null);
        }

        String of(Actor.@Nullable Person person) {
            if (person == null) {
                return words.of("audit.nobody");
            }
            return isAbove(person) ? who.brand().name() : person.name();
        }

        boolean isAbove(Actor.@Nullable Person person) {
            UUID tenantId = person == null ? null : person.tenantId();
            return tenantId != null
                    && !tenantId.equals(who.tenantId())
                    && known(tenantId).isEmpty();
        }

        private Optional<String> known(UUID tenantId) {
            return below.computeIfAbsent(
                    tenantId,
                    id -> tenants.isWithin(who.tenantId(), id)
                            ? tenants.find(id).map(Tenant::name)
                            : Optional.empty());
        }
    }
}
