package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.rates.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two who start the same draft at once, as after a double click, while prices change between them. */
class TwoStartsIT extends AskingTest {

    private static final Credits SEEN = Credits.parse("1.5");
    private static final Credits DEARER = Credits.of(3);

    /** Whoever looks more often than ten times a second is shown by the database what it saw before. */
    private static final Duration LOOKED_FOR_WAITERS = Duration.ofMillis(250);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private LookupJob draft;

    @BeforeEach
    void aliceHasADraft() {
        accounts.stop(account);
        draft = ((DraftResult.Drafted) jobs.draft(request(alice, numbers(3), null, null), List.of(), OwnSheet.NONE))
                .job();
        assertThat(draft.price()).isEqualTo(SEEN);
    }

    @Test
    void changesNoPriceOfAJobThatTheOtherHasStarted() throws Exception {
        CompletableFuture<StartResult> first;
        CompletableFuture<StartResult> second;
        try (Connection chains = locked("SELECT id FROM rates_chain WHERE tenant_id = ? FOR UPDATE", alice)) {
            try (Connection job = lockedDraft()) {
                first = start(SEEN);
                awaitWaiting("lookups_job", 1);
                dearer();
                second = start(DEARER);
                awaitWaiting("rates_chain", 1);
                job.rollback();
            }
            assertThat(first.join()).isInstanceOf(StartResult.Started.class);
            chains.rollback();
        }

        assertThat(second.join()).isEqualTo(new StartResult.NotADraft());
        assertThat(lookups.page(alice, draft.id(), LookupFilter.ALL, 0, 10))
                .hasSize(3)
                .allSatisfy(lookup -> assertThat(lookup.price()).isEqualTo(Credits.parse("0.5")));
        accounts.start(account);
        settled(draft);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100).minus(SEEN));
    }

    @Test
    void chargesNoMoreThanWasAgreedWhenTheOtherPricesAnew() throws Exception {
        CompletableFuture<StartResult> first;
        CompletableFuture<StartResult> second;
        try (Connection job = lockedDraft()) {
            first = start(SEEN);
            awaitWaiting("lookups_job", 1);
            dearer();
            second = start(DEARER);
            awaitWaiting("lookups_job", 2);
            job.rollback();
        }

        if (first.join() instanceof StartResult.Started started) {
            assertThat(started.job().price()).isEqualTo(SEEN);
            assertThat(second.join()).isEqualTo(new StartResult.NotADraft());
        } else {
            assertThat(first.join()).isEqualTo(new StartResult.PriceChanged(DEARER));
            assertThat(second.join()).isInstanceOf(StartResult.Started.class);
        }
        accounts.start(account);
        settled(draft);
    }

    private CompletableFuture<StartResult> start(Credits agreed) {
        return CompletableFuture.supplyAsync(() -> jobs.start(alice, draft.id(), agreed), Thread::startVirtualThread);
    }

    private void dearer() {
        prices.set(reseller, null, Product.LOOKUP, "44", Credits.of(1), null);
    }

    private Connection lockedDraft() throws SQLException {
        return locked("SELECT id FROM lookups_job WHERE tenant_id = ? AND id = ? FOR UPDATE", alice, draft.id());
    }

    /** Keeps what is read, and the gaps between, from others until it is rolled back. */
    private Connection locked(String sql, UUID... key) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < key.length; i++) {
                statement.setBytes(i + 1, RowIds.bytes(key[i]));
            }
            statement.executeQuery().close();
        }
        return connection;
    }

    private void awaitWaiting(String table, int count) {
        await().pollInterval(LOOKED_FOR_WAITERS)
                .atMost(SOON)
                .until(() ->
                        jdbc.sql("""
                        SELECT COUNT(*) FROM information_schema.innodb_trx
                         WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE ?
                        """).param("%" + table + "%").query(Long.class).single() == count);
    }
}
