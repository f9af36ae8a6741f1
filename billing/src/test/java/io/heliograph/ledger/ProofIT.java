package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({LedgerBeans.class, ProofIT.Checks.class})
class ProofIT {

    @Autowired
    Proof proof;

    @Autowired
    ProofRun run;

    @Autowired
    Ledger ledger;

    @Autowired
    Wallets wallets;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    Checks.OtherModule otherModule;

    private People people;

    @BeforeEach
    void moveCredits() {
        otherModule.differences.clear();
        people = People.open(wallets);
        wallets.allocate(people.operator(), people.reseller(), Credits.of(1_000), "start", null, null);
        wallets.allocate(people.reseller(), people.alice(), Credits.of(100), "start", null, null);
        transactions.run(() -> ledger.post(List.of(
                new Transfer(
                        people.alice(),
                        "charge:1",
                        TransferKind.CHARGE,
                        Account.wallet(people.alice()),
                        Account.usage(people.alice()),
                        Credits.of(10),
                        null),
                new Transfer(
                        people.alice(),
                        "margin:1",
                        TransferKind.MARGIN,
                        Account.usage(people.alice()),
                        Account.margin(people.reseller()),
                        Credits.of(2),
                        null))));
    }

    @Test
    void isCleanWhenEverythingAddsUp() {
        ProofResult result = proof.run();

        assertThat(result.differences()).isEmpty();
        assertThat(result.isClean()).isTrue();
        assertThat(result.transfers()).isEqualTo(4);
        assertThat(proof.latest().orElseThrow().id()).isEqualTo(result.id());
        assertThat(proof.latest().orElseThrow().isClean()).isTrue();
    }

    @Test
    void hasNoResultBeforeItsFirstRun() {
        assertThat(proof.latest()).isEmpty();
    }

    @Test
    void mayTakeLongerThanAPageAndLeavesTheConnectionAsItWas() {
        int ofPages = networkTimeout();

        proof.run();

        assertThat(otherModule.networkTimeout)
                .isEqualTo((int) Duration.ofHours(1).toMillis());
        assertThat(networkTimeout()).isEqualTo(ofPages);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE ledger_wallet SET balance = balance + 1 WHERE seller_id IS NOT NULL AND balance = 900000 | \
            Sum of all accounts; Balance of the wallet
            DELETE FROM ledger_transfer WHERE kind = 'CHARGE' | \
            Sum of all accounts; Balance of the wallet; Wallet's day
            DELETE FROM ledger_transfer WHERE kind = 'MARGIN' | Margin that is due
            UPDATE ledger_wallet_day SET credits_out = credits_out + 1 WHERE kind = 'CHARGE' | Wallet's day
            UPDATE ledger_wallet_day SET transfers = transfers + 1 WHERE kind = 'CHARGE' | Wallet's day
            DELETE FROM ledger_wallet_day WHERE kind = 'CHARGE' | Wallet's day
            DELETE FROM ledger_margin_due | Margin that is due
            DELETE FROM ledger_wallet_line ORDER BY id DESC LIMIT 1 | Lines of the statement
            DELETE FROM ledger_wallet WHERE balance = 9000000 | Sum of all accounts; Balance of the wallet
            """)
    void findsWhatDoesNotAddUp(String damage, String found) {
        assertThat(jdbc.sql(damage).update()).isPositive();

        ProofResult result = proof.run();

        assertThat(result.isClean()).isFalse();
        assertThat(found.split("; ", -1))
                .allSatisfy(what -> assertThat(result.differences())
                        .anySatisfy(difference -> assertThat(difference.what()).startsWith(what)));
        assertThat(result.differences())
                .allSatisfy(difference -> assertThat(found.split("; ", -1))
                        .anySatisfy(what -> assertThat(difference.what()).startsWith(what)));
        assertThat(result.differences())
                .allSatisfy(difference -> assertThat(difference.expected()).isNotEqualTo(difference.found()));
        assertThat(proof.latest().orElseThrow().differences()).isEqualTo(result.differences());
    }

    @Test
    void saysWhoseWalletIsOff() {
        jdbc.sql("UPDATE ledger_wallet SET balance = balance + 5 WHERE tenant_id = ?")
                .param(RowIds.bytes(people.alice()))
                .update();

        assertThat(proof.run().differences())
                .containsExactlyInAnyOrder(
                        new Difference("Sum of all accounts", null, "0", "0.0005"),
                        new Difference("Balance of the wallet", people.alice(), "90", "90.0005"));
    }

    @Test
    void asksTheOtherModules() {
        UUID charlie = people.charlie();
        otherModule.differences.add(new Difference("Charges of\ta message", charlie, "1", "2"));

        ProofResult result = proof.run();

        assertThat(result.differenceCount()).isEqualTo(1);
        assertThat(proof.latest().orElseThrow().differences())
                .containsExactly(new Difference("Charges of a message", charlie, "1", "2"));
    }

    @Test
    void keepsTheFirstThousandDifferencesAndCountsThemAll() {
        for (int i = 0; i < 1_001; i++) {
            otherModule.differences.add(new Difference("Row " + i, null, "1", "2"));
        }

        assertThat(proof.run().differenceCount()).isEqualTo(1_001);
        assertThat(proof.latest().orElseThrow().differenceCount()).isEqualTo(1_001);
        assertThat(proof.latest().orElseThrow().differences()).hasSize(1_000);
    }

    @Test
    void runsOnceANightOnManyNodes() {
        Threads.run(4, node -> run.nightly());

        assertThat(jdbc.sql("SELECT COUNT(*) FROM ledger_proof")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private int networkTimeout() {
        return networkTimeout(template);
    }

    private static int networkTimeout(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Integer>) Connection::getNetworkTimeout));
    }

    static class Checks {

        @Bean
        OtherModule otherModule(JdbcTemplate jdbc) {
            return new OtherModule(jdbc);
        }

        static class OtherModule implements ProofCheck {

            private final List<Difference> differences = new ArrayList<>();
            private final JdbcTemplate jdbc;
            private int networkTimeout;

            OtherModule(JdbcTemplate jdbc) {
                this.jdbc = jdbc;
            }

            @Override
            public List<Difference> check() {
                networkTimeout = ProofIT.networkTimeout(jdbc);
                return List.copyOf(differences);
            }
        }
    }
}
