package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.UnexpectedRollbackException;

@DatabaseTest
@Import(LedgerBeans.class)
class LedgerIT {

    @Autowired
    Ledger ledger;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    @Autowired
    Transactions transactions;

    private People people;

    @BeforeEach
    void openWallets() {
        people = People.open(wallets);
        wallets.allocate(people.operator(), people.reseller(), Credits.of(10_000), "start", null, null);
        wallets.allocate(people.reseller(), people.alice(), Credits.of(1_000), "start", null, null);
    }

    @AfterEach
    void provesThatItAddsUp() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void movesCreditsBetweenAccounts() {
        post(charge("1", "1.25"));

        assertThat(balance(people.alice())).isEqualTo(Credits.parse("998.75"));
        assertThat(balance(people.reseller())).isEqualTo(Credits.of(9_000));
        assertThat(balance(people.operator())).isEqualTo(Credits.ZERO);
        assertThat(ledger.consumed()).containsEntry(people.alice(), new Consumption(Credits.parse("1.25"), 1, 0));
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> ledger.post(List.of(charge("1", "1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void doesNothingForNothing() {
        post();

        assertThat(balance(people.alice())).isEqualTo(Credits.of(1_000));
    }

    @Test
    void spendsTheLastTenThousandthAndNotOneMore() {
        post(charge("1", "999.9999"));
        post(charge("2", "0.0001"));

        assertThatThrownBy(() -> post(charge("3", "0.0001")))
                .asInstanceOf(type(InsufficientCreditsException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.tenantId()).isEqualTo(people.alice());
                    assertThat(refusal.balance()).isEqualTo(Credits.ZERO);
                    assertThat(refusal.creditLimit()).isEqualTo(Credits.ZERO);
                    assertThat(refusal.needed()).isEqualTo(new Credits(1));
                });
        assertThat(balance(people.alice())).isEqualTo(Credits.ZERO);
    }

    @Test
    void goesBelowZeroAsFarAsTheCreditLimitAndNotFurther() {
        wallets.setCreditLimit(people.alice(), Credits.of(50));

        post(charge("1", "1050"));

        assertThat(balance(people.alice())).isEqualTo(Credits.of(-50));
        assertThat(wallets.get(people.alice()).available()).isEqualTo(Credits.ZERO);
        assertThatThrownBy(() -> post(charge("2", "0.0001"))).isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void refusesAKeyThatWasPostedBefore() {
        post(charge("1", "10"));

        assertThatThrownBy(() -> post(charge("2", "1"), charge("1", "10")))
                .asInstanceOf(type(DuplicateTransferException.class))
                .satisfies(refusal -> assertThat(refusal.keys()).containsExactly("charge:1"));
        assertThat(balance(people.alice())).isEqualTo(Credits.of(990));
    }

    @Test
    void letsTenantsUseTheSameKey() {
        post(charge("1", "10"));
        wallets.allocate(people.reseller(), people.bob(), Credits.of(10), "start", null, null);

        post(new Transfer(
                people.bob(),
                "charge:1",
                TransferKind.CHARGE,
                Account.wallet(people.bob()),
                Account.usage(people.bob()),
                Credits.of(10),
                null));

        assertThat(balance(people.bob())).isEqualTo(Credits.ZERO);
    }

    @Test
    void movesNothingIfOneOfManyCannotMove() {
        assertThatThrownBy(() -> post(charge("1", "600"), charge("2", "600")))
                .asInstanceOf(type(InsufficientCreditsException.class))
                .satisfies(refusal -> assertThat(refusal.needed()).isEqualTo(Credits.of(1_200)));

        assertThat(balance(people.alice())).isEqualTo(Credits.of(1_000));
        assertThat(ledger.consumed()).doesNotContainKey(people.alice());
    }

    @Test
    void looksAtTheNetOfWhatIsPostedTogether() {
        post(charge("1", "1000"));

        post(charge("2", "5"), refund("1", "1000"));

        assertThat(balance(people.alice())).isEqualTo(Credits.of(995));
    }

    @Test
    void cannotBeCommittedInPartByACallerThatSwallowsTheRefusal() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    try {
                        ledger.post(List.of(charge("1", "1000.0001")));
                    } catch (InsufficientCreditsException swallowed) {
                        assertThat(swallowed.tenantId()).isEqualTo(people.alice());
                    }
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(balance(people.alice())).isEqualTo(Credits.of(1_000));
    }

    @Test
    void spendsExactlyWhatIsThereWhenAHundredThreadsSpendAtOnce() {
        AtomicInteger spent = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        Threads.run(100, thread -> {
            for (int i = 0; i < 15; i++) {
                try {
                    post(charge(thread + "-" + i, "1"));
                    spent.incrementAndGet();
                } catch (InsufficientCreditsException refusal) {
                    refused.incrementAndGet();
                }
            }
        });

        assertThat(spent).hasValue(1_000);
        assertThat(refused).hasValue(500);
        assertThat(balance(people.alice())).isEqualTo(Credits.ZERO);
    }

    @Test
    void postsAKeyOnceWhenManyThreadsTry() {
        AtomicInteger posted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        Threads.run(20, thread -> {
            for (int i = 0; i < 5; i++) {
                try {
                    post(charge("same-" + i, "1"));
                    posted.incrementAndGet();
                } catch (DuplicateTransferException refusal) {
                    refused.incrementAndGet();
                }
            }
        });

        assertThat(posted).hasValue(5);
        assertThat(refused).hasValue(95);
        assertThat(balance(people.alice())).isEqualTo(Credits.of(995));
    }

    private void post(Transfer... transfers) {
        transactions.run(() -> ledger.post(List.of(transfers)));
    }

    private Transfer charge(String key, String amount) {
        return new Transfer(
                people.alice(),
                "charge:" + key,
                TransferKind.CHARGE,
                Account.wallet(people.alice()),
                Account.usage(people.alice()),
                Credits.parse(amount),
                RowIds.next());
    }

    private Transfer refund(String key, String amount) {
        return new Transfer(
                people.alice(),
                "refund:" + key,
                TransferKind.REFUND,
                Account.usage(people.alice()),
                Account.wallet(people.alice()),
                Credits.parse(amount),
                RowIds.next());
    }

    private Credits balance(UUID tenantId) {
        return wallets.get(tenantId).balance();
    }
}
