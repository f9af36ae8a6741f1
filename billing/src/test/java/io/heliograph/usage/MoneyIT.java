package io.heliograph.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.DuplicateTransferException;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.MarginSweep;
import io.heliograph.ledger.People;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.TakeBackTooLargeException;
import io.heliograph.ledger.Threads;
import io.heliograph.ledger.Wallets;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Price;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.rates.Terms;
import io.heliograph.rates.TermsOfSale;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Whatever several threads do with credits in whatever order, everything adds up: while they are at it, and afterwards.
 * A seed names what each thread does; how the threads meet is new each time.
 */
@DatabaseTest
@Import(UsageIT.Beans.class)
class MoneyIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int THREADS = 6;
    private static final int STEPS = 60;

    @Autowired
    Ledger ledger;

    @Autowired
    Wallets wallets;

    @Autowired
    Rates rates;

    @Autowired
    PriceLists priceLists;

    @Autowired
    TermsOfSale terms;

    @Autowired
    Usage usage;

    @Autowired
    MarginSweep sweep;

    @Autowired
    Proof proof;

    @Autowired
    Transactions transactions;

    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    private People people;

    @BeforeEach
    void openWallets() {
        sent.clear();
        people = People.open(wallets);
        priceLists.set(people.operator(), null, Product.SMS, "", Credits.of(1), null);
        priceLists.set(people.operator(), null, Product.SMS, "49", Credits.parse("1.1"), null);
        priceLists.set(people.reseller(), people.bob(), Product.SMS, "44", Credits.parse("0.75"), null);
        terms.save(people.reseller(), new Terms(2_345, false));
        terms.save(people.elsewhere(), new Terms(-1_000, false));
        wallets.setCreditLimit(people.bob(), Credits.of(20));
        wallets.allocate(people.operator(), people.reseller(), Credits.of(500), "start", null, null);
        wallets.allocate(people.operator(), people.elsewhere(), Credits.of(500), "start", null, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addsUpWhateverHappens(long seed) {
        Threads.run(THREADS, thread -> {
            Random random = new Random(seed * THREADS + thread);
            for (int step = 0; step < STEPS; step++) {
                act(random);
            }
        });

        assertThat(proof.run().differences()).isEmpty();
        usage.fold();
        sweep.sweep();
        assertThat(proof.run().differences()).isEmpty();
        assertThat(sent).isNotEmpty();
    }

    private void act(Random random) {
        switch (random.nextInt(12)) {
            case 0, 1 -> allocate(random);
            case 2 -> takeBack(random);
            case 3, 4, 5, 6 -> send(random);
            case 7, 8 -> refund(random);
            case 9 -> sweep.sweep();
            case 10 -> usage.fold();
            default -> assertThat(proof.run().differences()).isEmpty();
        }
    }

    /** Keys come again by chance, so some of these are replays. */
    private void allocate(Random random) {
        UUID customer = customer(random);
        UUID seller = wallets.sellersAbove(customer).getFirst();
        try {
            wallets.allocate(seller, customer, amount(random), "key-" + random.nextInt(50), null, null);
        } catch (InsufficientCreditsException refused) {
            assertThat(refused.tenantId()).isEqualTo(seller);
        }
    }

    private void takeBack(Random random) {
        UUID customer = customer(random);
        UUID seller = wallets.sellersAbove(customer).getFirst();
        try {
            wallets.takeBack(seller, customer, amount(random), "key-" + random.nextInt(50), null, null);
        } catch (TakeBackTooLargeException refused) {
            assertThat(refused.atMost()).isGreaterThanOrEqualTo(Credits.ZERO);
        }
    }

    /** One submission of some messages: charge, margins and usage in one commit. */
    private void send(Random random) {
        UUID customer = customer(random);
        UUID submission = RowIds.next();
        List<Sent> messages = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new Sent(customer, RowIds.next(), price(customer, random), 1 + random.nextInt(5)))
                .toList();
        List<Charges.Item> items = messages.stream()
                .map(message -> new Charges.Item(message.price(), message.units()))
                .toList();
        try {
            transactions.run(() -> {
                usage.record(messages.stream()
                        .map(message -> message.usage("OPEN", 1))
                        .toList());
                ledger.post(Charges.of(customer, submission, items));
            });
            sent.addAll(messages);
        } catch (InsufficientCreditsException refused) {
            assertThat(refused.tenantId()).isEqualTo(customer);
        }
    }

    /** Any message that was sent, refunded before or not. */
    private void refund(Random random) {
        List<Sent> messages = List.copyOf(sent);
        if (messages.isEmpty()) {
            return;
        }
        Sent message = messages.get(random.nextInt(messages.size()));
        Price price = rates.chain(message.tenantId(), message.price().chainId());
        try {
            transactions.run(() -> {
                usage.record(List.of(message.usage("OPEN", -1)));
                ledger.post(Charges.refund(
                        message.tenantId(), message.messageId(), price, message.units(), "Refused", null));
            });
        } catch (DuplicateTransferException refused) {
            assertThat(refused.keys()).contains("refund:" + message.messageId());
        }
    }

    private UUID customer(Random random) {
        return List.of(people.alice(), people.bob(), people.charlie()).get(random.nextInt(3));
    }

    private Price price(UUID customer, Random random) {
        String number = List.of("491761234567", "447712345678", "331234567890").get(random.nextInt(3));
        return rates.price(customer, Product.SMS, number).orElseThrow();
    }

    private static Credits amount(Random random) {
        return new Credits(1 + random.nextInt(400_000));
    }

    private record Sent(UUID tenantId, UUID messageId, Price price, long units) {

        UsageDelta usage(String state, int messages) {
            return new UsageDelta(
                    tenantId,
                    DAY,
                    Product.SMS,
                    "DE",
                    "Sender",
                    "API",
                    state,
                    messages,
                    units * messages,
                    price.total(units).times(messages),
                    margin().times(messages));
        }

        private Credits margin() {
            return price.margins(units).stream().map(Price.Margin::amount).reduce(Credits.ZERO, Credits::plus);
        }
    }
}
