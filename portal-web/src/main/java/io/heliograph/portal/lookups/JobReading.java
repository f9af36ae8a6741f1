package io.heliograph.portal.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.Lookups;
import io.heliograph.portal.lookups.JobView.DoorView;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads a job for its page. */
@Component
class JobReading {

    private static final int ROWS = 50;
    private static final int LEFT_OUT_SHOWN = 50;
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final int LONGEST_SEARCH = 18;

    private final LookupJobs jobs;
    private final Lookups lookups;
    private final Wallets wallets;
    private final Users users;
    private final Clock clock;

    JobReading(LookupJobs jobs, Lookups lookups, Wallets wallets, Users users, Clock clock) {
        this.jobs = jobs;
        this.lookups = lookups;
        this.wallets = wallets;
        this.users = users;
        this.clock = clock;
    }

    /** The tenant's job of this id, or a 404. */
    LookupJob get(UUID tenantId, UUID id) {
        return jobs.find(tenantId, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    JobView view(SignedIn who, UUID id, Show show, @Nullable String q, int after) {
        LookupJob job = get(who.tenantId(), id);
        String search = digits(q);
        List<Lookup> found = job.state().isStarted()
                ? lookups.page(who.tenantId(), id, show.filter(search), after, ROWS + 1)
                : List.of();
        List<Lookup> page = found.subList(0, Math.min(ROWS, found.size()));
        String next = found.size() > ROWS
                ? at(id, show, search) + "&after=" + page.getLast().position()
                : null;
        return new JobView(
                job,
                name(job),
                LookupWords.of(job),
                show,
                search,
                Stream.of(Show.values()).map(door -> door(job, door, show)).toList(),
                page.stream().map(LookupRow::of).toList(),
                after,
                next,
                job.state().isStarted() ? List.of() : lookups.leftOut(who.tenantId(), id, LEFT_OUT_SHOWN),
                lookups.leftOutCount(who.tenantId(), id),
                job.state().isStarted() ? List.of() : lookups.ownHeadings(who.tenantId(), id),
                job.state().isStarted()
                        ? Credits.ZERO
                        : wallets.get(who.tenantId()).available(),
                lookups.isHeld(job),
                who.may(Permission.SEND),
                clock.instant());
    }

    private @Nullable String name(LookupJob job) {
        return Optional.ofNullable(job.userId())
                .flatMap(users::find)
                .filter(user -> user.tenantId().equals(job.tenantId()))
                .map(User::name)
                .orElse(null);
    }

    private static DoorView door(LookupJob job, Show door, Show current) {
        return new DoorView(door, door.count(job.counts()), at(job.id(), door, null), door == current);
    }

    private static String at(UUID id, Show show, @Nullable String search) {
        return "/lookups/" + id + "?show=" + show.word() + (search == null ? "" : "&q=" + search);
    }

    /** The first digits of a number, as typed; null for none. */
    static @Nullable String digits(@Nullable String typed) {
        String digits = typed == null ? "" : NOT_DIGITS.matcher(typed).replaceAll("");
        if (digits.isEmpty()) {
            return null;
        }
        return digits.length() > LONGEST_SEARCH ? digits.substring(0, LONGEST_SEARCH) : digits;
    }
}
