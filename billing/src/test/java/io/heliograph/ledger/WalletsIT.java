package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;

@DatabaseTest
@Import(LedgerBeans.class)
class WalletsIT {

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    private People people;

    @BeforeEach
    void openWallets() {
        people = People.open(wallets);
        wallets.allocate(people.operator(), people.reseller(), Credits.of(1_000), "start", null, null);
    }

    @AfterEach
    void provesThatItAddsUp() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void opensAnEmptyWalletOnce() {
        UUID dave = RowIds.next();

        wallets.open(dave, people.reseller());

        assertThat(wallets.get(dave).balance()).isEqualTo(Credits.ZERO);
        assertThat(wallets.get(dave).creditLimit()).isEqualTo(Credits.ZERO);
        assertThat(wallets.get(dave).sellerId()).isEqualTo(people.reseller());
        assertThatThrownBy(() -> wallets.open(dave, people.reseller())).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> wallets.get(RowIds.next())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsWhoSellsToWhom() {
        assertThat(wallets.sellersAbove(people.alice())).containsExactly(people.reseller(), people.operator());
        assertThat(wallets.sellersAbove(people.reseller())).containsExactly(people.operator());
        assertThat(wallets.sellersAbove(people.operator())).isEmpty();
        assertThat(wallets.ofCustomers(people.reseller())).containsOnlyKeys(people.alice(), people.bob());
        assertThat(wallets.ofCustomers(people.alice())).isEmpty();
    }

    @Test
    void sellsFromTheSellersWalletAndTheOperatorFromNothing() {
        assertThat(wallets.sellingAccount(people.alice())).isEqualTo(Account.wallet(people.reseller()));
        assertThat(wallets.sellingAccount(people.reseller())).isEqualTo(Account.issuance(people.operator()));

        wallets.allocate(people.reseller(), people.alice(), Credits.of(1_000), "all", "Welcome", RowIds.next());

        assertThat(balance(people.alice())).isEqualTo(Credits.of(1_000));
        assertThat(balance(people.reseller())).isEqualTo(Credits.ZERO);
        assertThatThrownBy(
                        () -> wallets.allocate(people.reseller(), people.alice(), new Credits(1), "more", null, null))
                .isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void charlieIsSoldNothingByAStranger() {
        assertThatThrownBy(() ->
                        wallets.allocate(people.reseller(), people.charlie(), Credits.of(1), "stranger", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        wallets.takeBack(people.reseller(), people.charlie(), Credits.of(1), "stranger", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allocatesOnceForAKey() {
        PostedTransfer first =
                wallets.allocate(people.reseller(), people.alice(), Credits.of(10), "key", "First", null);

        PostedTransfer second =
                wallets.allocate(people.reseller(), people.alice(), Credits.of(20), "key", "Second", null);

        assertThat(second).isEqualTo(first);
        assertThat(balance(people.alice())).isEqualTo(Credits.of(10));
    }

    @Test
    void allocatesOnceForAKeyWhenManyThreadsTry() {
        Threads.run(
                20,
                thread -> wallets.allocate(
                        people.reseller(), people.alice(), Credits.of(10), "key", "Thread " + thread, null));

        assertThat(balance(people.alice())).isEqualTo(Credits.of(10));
    }

    @Test
    void takesBackWhatIsThereAndNotMore() {
        wallets.allocate(people.reseller(), people.alice(), Credits.of(312), "start", null, null);

        assertThatThrownBy(() -> takeBack("312.0001", "too-much"))
                .asInstanceOf(type(TakeBackTooLargeException.class))
                .satisfies(refusal -> assertThat(refusal.atMost()).isEqualTo(Credits.of(312)));
        PostedTransfer first = takeBack("312", "all");
        PostedTransfer second = takeBack("312", "all");

        assertThat(second).isEqualTo(first);
        assertThat(balance(people.alice())).isEqualTo(Credits.ZERO);
        assertThat(balance(people.reseller())).isEqualTo(Credits.of(1_000));
    }

    @Test
    void takesBackNothingThatWasOnlyLent() {
        wallets.allocate(people.reseller(), people.alice(), Credits.of(10), "start", null, null);
        wallets.setCreditLimit(people.alice(), Credits.of(100));

        assertThatThrownBy(() -> takeBack("10.0001", "some-of-the-limit"))
                .asInstanceOf(type(TakeBackTooLargeException.class))
                .satisfies(refusal -> assertThat(refusal.atMost()).isEqualTo(Credits.of(10)));
        assertThatThrownBy(() -> takeBack("500", "more-than-all"))
                .asInstanceOf(type(TakeBackTooLargeException.class))
                .satisfies(refusal -> assertThat(refusal.atMost()).isEqualTo(Credits.of(10)));
        takeBack("10", "all");
        assertThatThrownBy(() -> takeBack("0.0001", "nothing-left"))
                .asInstanceOf(type(TakeBackTooLargeException.class))
                .satisfies(refusal -> assertThat(refusal.atMost()).isEqualTo(Credits.ZERO));
    }

    @Test
    void keepsACreditLimitThatIsInUse() {
        wallets.setCreditLimit(people.reseller(), Credits.of(500));
        wallets.allocate(people.reseller(), people.alice(), Credits.of(1_200), "lent", null, null);

        assertThatThrownBy(() -> wallets.setCreditLimit(people.reseller(), Credits.parse("199.9999")))
                .asInstanceOf(type(CreditLimitInUseException.class))
                .satisfies(refusal -> assertThat(refusal.atLeast()).isEqualTo(Credits.of(200)));
        wallets.setCreditLimit(people.reseller(), Credits.of(200));
        wallets.setCreditLimit(people.reseller(), Credits.of(200));

        assertThat(wallets.get(people.reseller()).creditLimit()).isEqualTo(Credits.of(200));
        assertThatThrownBy(() -> wallets.setCreditLimit(people.reseller(), new Credits(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesSellersThatGiveAndTakeAtOnce() {
        AtomicInteger refused = new AtomicInteger();

        Threads.run(8, thread -> {
            for (int i = 0; i < 20; i++) {
                String key = thread + "-" + i;
                try {
                    if (thread % 2 == 0) {
                        wallets.allocate(people.reseller(), people.alice(), Credits.of(7), key, null, null);
                    } else {
                        takeBack("7", key);
                    }
                } catch (TakeBackTooLargeException refusal) {
                    refused.incrementAndGet();
                }
            }
        });

        assertThat(balance(people.alice())).isEqualTo(Credits.of(7L * refused.get()));
        assertThat(balance(people.alice()).plus(balance(people.reseller()))).isEqualTo(Credits.of(1_000));
    }

    private PostedTransfer takeBack(String amount, String key) {
        return wallets.takeBack(people.reseller(), people.alice(), Credits.parse(amount), key, null, null);
    }

    private Credits balance(UUID tenantId) {
        return wallets.get(tenantId).balance();
    }
}
