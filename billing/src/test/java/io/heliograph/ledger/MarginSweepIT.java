package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.Transactions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(LedgerBeans.class)
class MarginSweepIT {

    @Autowired
    MarginSweep sweep;

    @Autowired
    MarginDues dues;

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
        wallets.allocate(people.operator(), people.reseller(), Credits.of(1_000), "start", null, null);
        wallets.allocate(people.reseller(), people.alice(), Credits.of(1_000), "start", null, null);
    }

    @AfterEach
    void provesThatItAddsUp() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void bringsMarginsIntoTheSellersWallet() {
        send("1", "0.2");
        send("2", "0.3");
        assertThat(proof.run().differences()).isEmpty();

        sweep.sweep();

        assertThat(balance()).isEqualTo(Credits.parse("0.5"));
        assertThat(dues.tenants()).isEmpty();
    }

    @Test
    void sweepsNothingTwice() {
        send("1", "0.2");

        sweep.sweep();
        sweep.sweep();

        assertThat(balance()).isEqualTo(Credits.parse("0.2"));
    }

    @Test
    void sweepsMarginThatCancelsOutWithoutATransfer() {
        send("1", "0.2");
        post(loss("1", "0.2"));

        sweep.sweep();

        assertThat(balance()).isEqualTo(Credits.ZERO);
        assertThat(dues.tenants()).isEmpty();
    }

    @Test
    void takesALossFromTheWallet() {
        wallets.takeBack(people.reseller(), people.alice(), Credits.of(5), "room", null, null);
        post(loss("1", "2"));

        sweep.sweep();

        assertThat(balance()).isEqualTo(Credits.of(3));
        assertThat(dues.tenants()).isEmpty();
    }

    @Test
    void leavesALossThatTheWalletCannotBearAndSweepsWhatWasEarned() {
        post(loss("1", "2"));
        send("1", "0.5");

        sweep.sweep();
        assertThat(balance()).isEqualTo(Credits.parse("0.5"));
        assertThat(dues.tenants()).containsExactly(people.reseller());

        wallets.allocate(people.operator(), people.reseller(), Credits.of(10), "more", null, null);
        sweep.sweep();
        assertThat(balance()).isEqualTo(Credits.parse("8.5"));
        assertThat(dues.tenants()).isEmpty();
    }

    @Test
    void sweepsMoreThanOneTransactionTakes() {
        int many = MarginSweep.MAX_DUES + 1;
        transactions.run(() -> {
            for (int i = 0; i < many; i++) {
                ledger.post(List.of(margin("many-" + i, "0.0001")));
            }
        });

        sweep.sweep();

        assertThat(balance()).isEqualTo(new Credits(many));
        assertThat(dues.tenants()).isEmpty();
    }

    @Test
    void sweepsEachMarginOnceWhenManyNodesDoWhileMessagesGoOut() {
        AtomicBoolean sending = new AtomicBoolean(true);

        Threads.run(5, thread -> {
            if (thread < 2) {
                for (int i = 0; i < 100; i++) {
                    send(thread + "-" + i, "0.1");
                }
                sending.set(false);
                return;
            }
            do {
                sweep.sweep(people.reseller());
            } while (sending.get());
        });
        sweep.sweep();

        assertThat(balance()).isEqualTo(Credits.of(20));
        assertThat(dues.tenants()).isEmpty();
    }

    private void send(String key, String margin) {
        Credits price = Credits.parse("0.5");
        post(
                new Transfer(
                        people.alice(),
                        "charge:" + key,
                        TransferKind.CHARGE,
                        Account.wallet(people.alice()),
                        Account.usage(people.alice()),
                        price,
                        null),
                margin(key, margin));
    }

    private Transfer margin(String key, String amount) {
        return new Transfer(
                people.alice(),
                "margin:" + key,
                TransferKind.MARGIN,
                Account.usage(people.alice()),
                Account.margin(people.reseller()),
                Credits.parse(amount),
                null);
    }

    private Transfer loss(String key, String amount) {
        return new Transfer(
                people.alice(),
                "margin-reversal:" + key,
                TransferKind.MARGIN_REVERSAL,
                Account.margin(people.reseller()),
                Account.usage(people.alice()),
                Credits.parse(amount),
                null);
    }

    private void post(Transfer... transfers) {
        transactions.run(() -> ledger.post(List.of(transfers)));
    }

    private Credits balance() {
        return wallets.get(people.reseller()).balance();
    }
}
