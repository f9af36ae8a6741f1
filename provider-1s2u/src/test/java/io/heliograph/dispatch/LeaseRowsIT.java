package io.heliograph.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.MessageRef;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import({LeaseRows.class, QueueRows.class})
class LeaseRowsIT {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired
    LeaseRows leases;

    @Autowired
    QueueRows queue;

    private final UUID account = RowIds.next();
    private final UUID tenant = RowIds.next();

    @Test
    void putsBackWhatWasClaimedUnderALeaseAndDidNotLeave() {
        Entry first = queued();
        Entry second = queued();
        UUID lease = RowIds.next();
        UUID otherLease = RowIds.next();
        assertThat(leases.claimDue(List.of(first), lease, LEASE)).containsExactly(first);
        assertThat(leases.claimDue(List.of(second), otherLease, LEASE)).containsExactly(second);

        leases.putBackUnsent(account, lease);

        assertThat(queue.due(account, tenant, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.ref()).isEqualTo(first.ref());
            assertThat(entry.tries()).isZero();
        });
        assertThat(queue.underWay(List.of(first.ref(), second.ref()))).containsExactly(second.ref());
    }

    private Entry queued() {
        UUID id = RowIds.next();
        Entry entry = new Entry(new MessageRef(tenant, id), account, id, "447700900001", 0, null, Instructions.NONE);
        queue.insert(List.of(entry));
        return entry;
    }
}
