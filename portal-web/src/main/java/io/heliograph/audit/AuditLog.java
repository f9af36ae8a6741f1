package io.heliograph.audit;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log of what people did. There is no way to change or delete an entry. */
@Component
public class AuditLog {

    private final AuditRows rows;
    private final Actors actors;
    private final Lineage lineage;
    private final Transactions transactions;
    private final Clock clock;

    AuditLog(AuditRows rows, Actors actors, Lineage lineage, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.actors = actors;
        this.lineage = lineage;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes an entry in the caller's transaction, so that act and entry are kept together or not at all. */
    public void write(NewEntry entry) {
        write(entry, actors.now());
    }

    /** The same for somebody whose request is over, or who is not signed in yet. */
    public void write(NewEntry entry, Actor actor) {
        transactions.run(() -> {
            UUID id = RowIds.next();
            rows.insert(new AuditEntry(id, entry, actor, clock.instant()), lineage.upwards(entry.tenantId()));
        });
    }

    /** Does something and writes its entry, in one transaction. */
    public void with(NewEntry entry, Runnable act) {
        transactions.run(() -> {
            act.run();
            write(entry);
        });
    }

    /** The same for somebody who is not signed in yet. */
    public void with(NewEntry entry, Actor actor, Runnable act) {
        transactions.run(() -> {
            act.run();
            write(entry, actor);
        });
    }

    /** The same for an act that gives something. */
    public <T> T with(NewEntry entry, Supplier<T> act) {
        return transactions.call(() -> {
            T given = act.get();
            write(entry);
            return given;
        });
    }

    /** Who does what is done now. */
    public Actor actor() {
        return actors.now();
    }

    /**
     * Entries of a tenant and all below it, newest first.
     *
     * @param before the last id of the page before
     */
    public List<AuditEntry> page(UUID readerId, AuditFilter filter, @Nullable UUID before, int limit) {
        return rows.page(readerId, filter, before, limit);
    }
}
