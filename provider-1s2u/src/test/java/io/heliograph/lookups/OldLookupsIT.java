package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lookups that are older than their tenant keeps them go, and the books still add up. */
class OldLookupsIT extends AskingTest {

    private static final int DAYS = 30;
    private static final List<String> TABLES =
            List.of("lookups_lookup", "lookups_answer", "lookups_row", "lookups_heading", "lookups_left_out");

    @Autowired
    Retention retention;

    @Autowired
    ForgettingLookups forgetting;

    @Autowired
    JdbcClient database;

    @Test
    void deletesWhatIsTooOldWithItsAnswersAndKeepsItsSums() {
        UUID old = aged(settled(accept(null, numbers(2))), DAYS + 1);
        LookupJob list = started(numbers(3));
        UUID oldList = aged(settled(list), DAYS + 2);
        LookupJob young = settled(accept(null, numbers(1)));
        UUID kept = aged(young, DAYS - 1);
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(Stream.of(old, oldList).map(id -> jobs.find(alice, id))).allMatch(job -> job.isEmpty());
        assertThat(rowsOf(old)).isZero();
        assertThat(rowsOf(oldList)).isZero();
        assertThat(jobs.find(alice, kept)).isPresent();
        assertThat(lookups.page(alice, kept, LookupFilter.ALL, 0, 10)).hasSize(1);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(97));
    }

    @Test
    void countsTheRefundsOfWhatItDeletes() {
        accounts.stop(account);
        LookupJob job = accept(null, numbers(120));
        jobs.cancel(alice, job.id(), null);
        UUID old = aged(job, DAYS + 1);
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(jobs.find(alice, old)).isEmpty();
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100));
    }

    @Test
    void keepsWhatGoesOnAndWhatIsADraft() {
        accounts.stop(account);
        UUID running = aged(accept(null, numbers(1)), DAYS + 1);
        LookupJob draft = draft(numbers(1));
        UUID oldDraft = aged(draft, DAYS + 1);
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(jobs.find(alice, running)).isPresent();
        assertThat(jobs.find(alice, oldDraft)).isPresent();
        jobs.cancel(alice, running, null);
    }

    @Test
    void keepsWhatWasOverAShortTimeAgo() {
        UUID recently = aged(settled(accept(null, numbers(1))), DAYS + 1);
        database.sql("UPDATE lookups_job SET finished_at = UTC_TIMESTAMP(6) WHERE id = ?")
                .param(RowIds.bytes(recently))
                .update();
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(jobs.find(alice, recently)).isPresent();
    }

    private LookupJob draft(List<String> numbers) {
        OwnSheet sheet = new OwnSheet(
                List.of("Name", "Number"),
                numbers.stream()
                        .map(number -> new OwnRow(1, number, List.of("Ann", number)))
                        .toList());
        return ((DraftResult.Drafted) jobs.draft(
                        request(alice, numbers, null, null), List.of(new LeftOut(4, "Bob", "letters")), sheet))
                .job();
    }

    private LookupJob started(List<String> numbers) {
        LookupJob draft = draft(numbers);
        return ((StartResult.Started) jobs.start(alice, draft.id(), draft.price())).job();
    }

    /** Ids tell when a job was made, so an older one has a lower id. */
    private UUID aged(LookupJob job, int days) {
        Instant then = Instant.now().minus(Duration.ofDays(days));
        UUID older = RowIds.lowest(then);
        for (String table : TABLES) {
            database.sql("UPDATE " + table + " SET job_id = ? WHERE job_id = ?")
                    .params(RowIds.bytes(older), RowIds.bytes(job.id()))
                    .update();
        }
        database.sql("UPDATE lookups_job SET id = ?, finished_at = DATE_SUB(finished_at, INTERVAL ? DAY) WHERE id = ?")
                .params(RowIds.bytes(older), days, RowIds.bytes(job.id()))
                .update();
        return older;
    }

    private long rowsOf(UUID jobId) {
        return TABLES.stream()
                .mapToLong(table -> database.sql("SELECT COUNT(*) FROM " + table + " WHERE job_id = ?")
                        .param(RowIds.bytes(jobId))
                        .query(Long.class)
                        .single())
                .sum();
    }
}
