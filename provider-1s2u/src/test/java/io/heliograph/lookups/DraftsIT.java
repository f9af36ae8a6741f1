package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists that wait to be started are kept for a day, and so many of one tenant. */
class DraftsIT extends AskingTest {

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void dropsAllThatAreOlderThanADayInOneSweep() {
        for (int i = 0; i < 41; i++) {
            drafted(alice);
        }
        jdbc.sql("UPDATE lookups_job SET created_at = created_at - INTERVAL 25 HOUR WHERE tenant_id = ?")
                .param(RowIds.bytes(alice))
                .update();
        UUID young = drafted(alice);

        drafts.sweep();

        assertThat(jdbc.sql("SELECT id FROM lookups_job WHERE tenant_id = ?")
                        .param(RowIds.bytes(alice))
                        .query((rs, _) -> RowIds.uuid(rs.getBytes("id")))
                        .list())
                .containsExactly(young);
    }

    @Test
    void keepsFiftyOfATenantUntilOneIsStartedOrDropped() {
        UUID first = drafted(alice);
        UUID second = drafted(alice);
        for (int i = 2; i < 50; i++) {
            drafted(alice);
        }

        assertThat(draft(alice)).isEqualTo(new DraftResult.TooManyDrafts(50));
        drafted(charlie);
        jobs.drop(alice, first);
        drafted(alice);
        assertThat(draft(alice)).isEqualTo(new DraftResult.TooManyDrafts(50));
        LookupJob job = jobs.find(alice, second).orElseThrow();
        assertThat(jobs.start(alice, second, job.price())).isInstanceOf(StartResult.Started.class);
        drafted(alice);
        settled(job);
    }

    private UUID drafted(UUID tenantId) {
        return ((DraftResult.Drafted) draft(tenantId)).job().id();
    }

    private DraftResult draft(UUID tenantId) {
        return jobs.draft(request(tenantId, numbers(1), null, null), List.of(), OwnSheet.NONE);
    }
}
