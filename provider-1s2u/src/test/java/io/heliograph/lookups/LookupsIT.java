package io.heliograph.lookups;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.provider.HlrAnswer;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.simulator.HlrForm;
import io.heliograph.provider.simulator.ReceivedRequest;
import io.heliograph.provider.simulator.Simulator;
import io.heliograph.provider.simulator.SimulatorOptions;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LookupsTest
class LookupsIT {

    private static final UUID OPERATOR = RowIds.next();
    private static final Duration SOON = Duration.ofSeconds(20);

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
    Usage usage;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient jdbc;

    private final UUID reseller = RowIds.next();
    private final UUID alice = RowIds.next();
    private final UUID charlie = RowIds.next();
    private final UUID account = RowIds.next();
    private Simulator oneS2u = start(SimulatorOptions.standard("us", "secret"));

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

    @Test
    void chargesAsksAndAnswers() {
        LookupJob job = accept(null, numbers(3));

        assertThat(job.price()).isEqualTo(Credits.parse("1.5"));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("98.5"));
        LookupJob done = settled(job);
        assertThat(done.state()).isEqualTo(LookupJobState.DONE);
        assertThat(done.counts().answered(NumberStatus.ACTIVE)).isEqualTo(3);
        Lookup first = lookups.page(alice, job.id(), LookupFilter.ALL, 0, 10).getFirst();
        HlrAnswer answer = requireNonNull(first.answer());
        assertThat(answer.operator()).isEqualTo("Sandbox Mobile");
        assertThat(answer.ported()).isFalse();
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("98.5"));
    }

    @Test
    void tellsEachKindOfNumberApartAndRefundsWhatIsRefused() {
        LookupJob done = settled(accept(
                null,
                List.of(
                        "447700900001",
                        "447700900002",
                        "447700900003",
                        "447700900004",
                        "447700900008",
                        "447700900009",
                        "447700900010",
                        "447700900123")));

        LookupCounts counts = done.counts();
        assertThat(counts.answered(NumberStatus.ACTIVE)).isEqualTo(2);
        assertThat(counts.answered(NumberStatus.SWITCHED_OFF)).isEqualTo(1);
        assertThat(counts.answered(NumberStatus.NOT_IN_USE)).isEqualTo(1);
        assertThat(counts.answered(NumberStatus.NO_MESSAGES)).isEqualTo(2);
        assertThat(counts.answered(NumberStatus.UNCLEAR)).isEqualTo(1);
        assertThat(counts.failed()).isEqualTo(1);
        assertThat(done.refunded()).isEqualTo(Credits.parse("0.5"));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("96.5"));
    }

    @Test
    void asksAgainWithoutASecondChargeUntilThereIsAnAnswer() {
        LookupJob done = settled(accept(null, List.of("447700900005", "447700910006")));

        assertThat(done.counts().answered(NumberStatus.ACTIVE)).isEqualTo(2);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(99));
        assertThat(oneS2u.hlrCredits()).isEqualTo(999_998);
    }

    @Test
    void pausesOnlyTheLookupsOfAnAccountWithoutHlrCreditsAndKeepsTheirQueue() {
        oneS2u.setHlrCredits(0);

        LookupJob job = accept(null, numbers(2));

        await().atMost(SOON).until(() -> lookupAccounts.get(account).isPaused());
        assertThat(lookupAccounts.get(account).pauseReason()).contains("Insufficient hlr credits.");
        assertThat(lookupAccounts.get(account).queued()).isEqualTo(2);
        assertThat(accounts.status(account).orElseThrow().isPaused()).isFalse();
        oneS2u.setHlrCredits(10);
        lookupAccounts.tryNow(account);
        assertThat(settled(job).counts().answeredInAll()).isEqualTo(2);
        assertThat(lookupAccounts.get(account).isPaused()).isFalse();
    }

    @Test
    void neverAsksMoreThanThirtyTimesInASecondNorTwiceForOneNumber() {
        lookupAccounts.saveNumbersPerRequest(account, 1);
        List<String> numbers = numbers(90);

        LookupJob done = settled(accept(null, numbers));

        assertThat(done.counts().answeredInAll()).isEqualTo(90);
        List<ReceivedRequest> requests = oneS2u.lookups();
        assertThat(requests.stream().map(ReceivedRequest::answer)).noneMatch(answer -> answer.startsWith("429"));
        assertThat(requests.stream().flatMap(request -> request.numbers().stream()))
                .hasSize(90)
                .doesNotHaveDuplicates();
        assertThat(mostInASecond(requests)).isLessThanOrEqualTo(30);
    }

    @Test
    void givesAnswersAgainForTheTimeThatTheCustomerSetsWithoutACharge() {
        settled(accept(null, numbers(2)));
        lookups.saveReuse(alice, Duration.ofDays(1));

        LookupJob again = accept(null, numbers(3));

        assertThat(again.counts().reused()).isEqualTo(2);
        assertThat(again.price()).isEqualTo(Credits.parse("0.5"));
        assertThat(settled(again).counts().answered(NumberStatus.ACTIVE)).isEqualTo(3);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("98.5"));
        assertThat(oneS2u.lookups().stream()
                        .mapToInt(request -> request.numbers().size())
                        .sum())
                .isEqualTo(3);
        wallets.allocate(reseller, charlie, Credits.of(1), "c", null, null);
        assertThat(((LookupResult.Accepted) jobs.accept(request(charlie, numbers(1), Duration.ofDays(1), null)))
                        .job()
                        .counts()
                        .reused())
                .isZero();
    }

    @Test
    void answersAKeyThatComesAgainWithTheFirstJob() {
        LookupJob first = accept("key-1", numbers(2));
        lookups.saveReuse(alice, Duration.ofDays(1));

        LookupResult replay = jobs.accept(request(alice, numbers(2), null, "key-1"));
        LookupResult other = jobs.accept(request(alice, numbers(3), null, "key-1"));

        assertThat(replay).isInstanceOfSatisfying(LookupResult.Accepted.class, accepted -> {
            assertThat(accepted.replayed()).isTrue();
            assertThat(accepted.job().id()).isEqualTo(first.id());
        });
        assertThat(other).isEqualTo(new LookupResult.Refused(new LookupRefusal.KeyReused("key-1")));
        settled(first);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(99));
    }

    @Test
    void refusesWhatTheWalletDoesNotHoldAndKeepsNothing() {
        LookupResult result = jobs.accept(request(alice, numbers(201), null, null));

        assertThat(result)
                .isEqualTo(new LookupResult.Refused(
                        new LookupRefusal.NotEnoughCredits(Credits.of(100), Credits.parse("100.5"))));
        assertThat(jobs.accept(request(alice, numbers(200), null, null))).isInstanceOf(LookupResult.Accepted.class);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.ZERO);
    }

    @Test
    void startsADraftOnceAtThePriceThatWasAgreed() {
        LookupJob draft = ((DraftResult.Drafted)
                        jobs.draft(request(alice, numbers(4), null, null), List.of(), OwnSheet.NONE))
                .job();
        prices.set(reseller, null, Product.LOOKUP, "44", Credits.of(1), null);

        StartResult dearer = jobs.start(alice, draft.id(), draft.price());

        assertThat(dearer).isEqualTo(new StartResult.PriceChanged(Credits.of(4)));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100));
        assertThat(jobs.start(charlie, draft.id(), Credits.of(4))).isInstanceOf(StartResult.NotADraft.class);
        assertThat(jobs.start(alice, draft.id(), Credits.of(4))).isInstanceOf(StartResult.Started.class);
        assertThat(jobs.start(alice, draft.id(), Credits.of(4))).isInstanceOf(StartResult.NotADraft.class);
        settled(draft);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(96));
    }

    @Test
    void pausesResumesAndStopsAJobWithARefundOfWhatWasNotAsked() {
        accounts.stop(account);
        LookupJob job = accept(null, numbers(120));

        assertThat(jobs.pause(charlie, job.id())).isFalse();
        assertThat(jobs.pause(alice, job.id())).isTrue();
        assertThat(jobs.resume(alice, job.id())).isTrue();
        assertThat(jobs.pause(alice, job.id())).isTrue();
        assertThat(jobs.cancel(charlie, job.id(), null)).isFalse();
        assertThat(jobs.cancel(alice, job.id(), null)).isTrue();
        assertThat(jobs.cancel(alice, job.id(), null)).isFalse();

        LookupJob stopped = jobs.find(alice, job.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(LookupJobState.CANCELLED);
        assertThat(stopped.counts().cancelled()).isEqualTo(120);
        assertThat(stopped.refunded()).isEqualTo(job.price());
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100));
        assertThat(oneS2u.lookups()).isEmpty();
    }

    @Test
    void takesUpWhatANodeThatDiedLeftBehindWithoutASecondCharge() {
        accounts.stop(account);
        LookupJob job = accept(null, numbers(2));
        jdbc.sql("""
                UPDATE lookups_lookup SET state = 'ASKING', lease = ?, tries = 1,
                    due_at = DATE_SUB(UTC_TIMESTAMP(6), INTERVAL 1 SECOND)
                 WHERE tenant_id = ? AND position = 1
                """).params(RowIds.bytes(RowIds.next()), RowIds.bytes(alice)).update();
        jdbc.sql("UPDATE lookups_job SET waiting = 1, asking = 1 WHERE tenant_id = ?")
                .param(RowIds.bytes(alice))
                .update();

        accounts.start(account);

        assertThat(settled(job).counts().answered(NumberStatus.ACTIVE)).isEqualTo(2);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(99));
    }

    @Test
    void metersWhatTheLedgerSays() {
        settled(accept(null, List.of("447700900123", "447700900003", "49151234567890")));

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var used = requireNonNull(
                usage.totals(List.of(alice), today, today, Product.LOOKUP).get(alice));
        assertThat(used.of("ANSWERED").messages()).isEqualTo(2);
        assertThat(used.of("FAILED").messages()).isEqualTo(1);
        assertThat(used.open()).isZero();
        assertThat(used.credits()).isEqualTo(Credits.of(1));
        assertThat(used.total().margin()).isEqualTo(Credits.parse("0.5"));
    }

    @Test
    void understandsWhatIsSeenBesideThePage() {
        restart(SimulatorOptions.standard("us", "secret")
                .withHlr(SimulatorOptions.standard("us", "secret")
                        .hlr()
                        .withNumbersPerRequest(30)
                        .withForm(HlrForm.SEEN, true)));

        LookupCounts counts = settled(accept(
                        null, List.of("447700900001", "447700900002", "447700900009", "447700900010", "447700900003")))
                .counts();

        assertThat(counts.answered(NumberStatus.SWITCHED_OFF)).isEqualTo(1);
        assertThat(counts.answered(NumberStatus.NOT_IN_USE)).isEqualTo(1);
        assertThat(counts.answered(NumberStatus.NO_MESSAGES)).isEqualTo(1);
        assertThat(counts.answered(NumberStatus.UNCLEAR)).isEqualTo(1);
        assertThat(counts.failed()).isEqualTo(1);
    }

    @Test
    void charlieGetsNothing() {
        LookupJob job = accept(null, numbers(1));

        assertThat(jobs.find(charlie, job.id())).isEmpty();
        assertThat(lookups.page(charlie, job.id(), LookupFilter.ALL, 0, 10)).isEmpty();
        assertThat(jobs.page(charlie, null, 10)).isEmpty();
        assertThat(jobs.drop(charlie, job.id())).isFalse();
        settled(job);
    }

    private LookupJob accept(@Nullable String key, List<String> numbers) {
        return ((LookupResult.Accepted) jobs.accept(request(alice, numbers, null, key))).job();
    }

    private LookupJob settled(LookupJob job) {
        LookupJob settled = lookups.await(alice, job.id(), SOON).orElseThrow();
        assertThat(settled.isSettled()).as("%s", settled).isTrue();
        return settled;
    }

    private static LookupRequest request(
            UUID tenantId, List<String> numbers, @Nullable Duration reuse, @Nullable String key) {
        return new LookupRequest(tenantId, LookupChannel.REST, null, null, "Spring", numbers, reuse, key);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "4477009" + (10_100 + i)).toList();
    }

    private static long mostInASecond(List<ReceivedRequest> requests) {
        List<Instant> times =
                requests.stream().map(ReceivedRequest::at).sorted().toList();
        return times.stream()
                .mapToLong(from -> times.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                        .count())
                .max()
                .orElse(0);
    }

    private void restart(SimulatorOptions options) {
        oneS2u.close();
        oneS2u = start(options);
        accounts.save(account(oneS2u.baseUrl(), Duration.ofSeconds(1)));
    }

    private static Simulator start(SimulatorOptions options) {
        return Simulator.start(options.withHlr(options.hlr().withNumbersPerRequest(30)));
    }

    private ProviderAccount account(String baseUrl, Duration timeout) {
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
