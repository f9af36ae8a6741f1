package io.heliograph.lookups;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.provider.HlrAnswer;
import io.heliograph.provider.simulator.HlrForm;
import io.heliograph.provider.simulator.ReceivedRequest;
import io.heliograph.provider.simulator.SimulatorOptions;
import io.heliograph.rates.Product;
import io.heliograph.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How numbers are asked at 1s2u, and what its answers mean. */
class LookupsIT extends AskingTest {

    @Autowired
    Usage usage;

    @Autowired
    JdbcClient jdbc;

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
}
