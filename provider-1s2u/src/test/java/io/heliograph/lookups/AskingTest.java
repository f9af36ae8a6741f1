package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.simulator.Simulator;
import io.heliograph.provider.simulator.SimulatorOptions;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Alice, a customer with 100 credits, Charlie, who has none, and a 1s2u; after each test the ledger is proved. */
@LookupsTest
abstract class AskingTest {

    static final UUID OPERATOR = RowIds.next();
    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    LookupJobs jobs;

    @Autowired
    Lookups lookups;

    @Autowired
    LookupAccounts lookupAccounts;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Proof proof;

    final UUID reseller = RowIds.next();
    final UUID alice = RowIds.next();
    final UUID charlie = RowIds.next();
    final UUID account = RowIds.next();
    Simulator oneS2u = start(SimulatorOptions.standard("us", "secret"));

    @BeforeEach
    void openForBusiness() {
        wallets.open(OPERATOR, null);
        wallets.open(reseller, OPERATOR);
        wallets.open(alice, reseller);
        wallets.open(charlie, reseller);
        prices.set(OPERATOR, null, Product.LOOKUP, "", Credits.parse("0.25"), null);
        prices.set(reseller, null, Product.LOOKUP, "", Credits.parse("0.5"), null);
        wallets.allocate(OPERATOR, reseller, Credits.of(1000), "stock", null, null);
        wallets.allocate(reseller, alice, Credits.of(100), "first", null, null);
        accounts.save(account(oneS2u.baseUrl(), Duration.ofSeconds(1)));
        lookupAccounts.saveNumbersPerRequest(account, 30);
    }

    @AfterEach
    void proveTheLedger() {
        accounts.all().forEach(each -> accounts.stop(each.id()));
        oneS2u.close();
        assertThat(proof.run().differences()).isEmpty();
    }

    LookupJob accept(@Nullable String key, List<String> numbers) {
        return ((LookupResult.Accepted) jobs.accept(request(alice, numbers, null, key))).job();
    }

    LookupJob settled(LookupJob job) {
        LookupJob settled = lookups.await(alice, job.id(), SOON).orElseThrow();
        assertThat(settled.isSettled()).as("%s", settled).isTrue();
        return settled;
    }

    static LookupRequest request(UUID tenantId, List<String> numbers, @Nullable Duration reuse, @Nullable String key) {
        return new LookupRequest(tenantId, LookupChannel.REST, null, null, "Spring", numbers, reuse, key);
    }

    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "4477009" + (10_100 + i)).toList();
    }

    static Simulator start(SimulatorOptions options) {
        return Simulator.start(options.withHlr(options.hlr().withNumbersPerRequest(30)));
    }

    ProviderAccount account(String baseUrl, Duration timeout) {
        return new ProviderAccount(
                account,
                "Main",
                baseUrl,
                "us",
                "secret",
                "token-" + account,
                List.of(),
                30,
                8,
                15,
                UnicodeForm.UTF_8,
                timeout,
                Duration.ofHours(24),
                null);
    }
}
