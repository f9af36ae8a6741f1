package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.Transactions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@DatabaseTest
@Import({LedgerBeans.class, StatementsIT.Time.class})
class StatementsIT {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);
    private static final LocalDate MARCH_3 = LocalDate.of(2026, 3, 3);

    @Autowired
    Statements statements;

    @Autowired
    Ledger ledger;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    @Autowired
    Transactions transactions;

    @Autowired
    MovableClock clock;

    private People people;
    private final UUID submission = UUID.fromString("01934f00-0000-7000-8000-000000000001");

    @BeforeEach
    void spendThreeDays() {
        clock.moveTo("2026-02-27T23:59:59.999999Z");
        people = People.open(wallets);
        wallets.allocate(people.operator(), people.reseller(), Credits.of(1_000), "start", null, null);
        wallets.allocate(people.reseller(), people.alice(), Credits.of(100), "start", null, null);
        clock.moveTo("2026-03-01T00:00:00Z");
        post(charge("1", "10"));
        clock.moveTo("2026-03-01T09:00:00Z");
        wallets.allocate(people.reseller(), people.alice(), Credits.of(50), "more", "=Top \"up\"", null);
        clock.moveTo("2026-03-01T23:59:59.999999Z");
        post(charge("2", "2.5"), charge("3", "2.5"));
        clock.moveTo("2026-03-02T08:00:00Z");
        post(refund("3", "2.5"));
        clock.moveTo("2026-03-02T10:00:00Z");
        wallets.takeBack(people.reseller(), people.alice(), Credits.of(30), "some", null, null);
        clock.moveTo("2026-03-03T00:00:00Z");
        post(charge("4", "7"));
    }

    @AfterEach
    void provesThatItAddsUp() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void opensAndClosesWithTheBalance() {
        Statement statement = statements.of(people.alice(), MARCH_1, MARCH_2);

        assertThat(statement.opening()).isEqualTo(Credits.of(100));
        assertThat(statement.in()).isEqualTo(Credits.parse("52.5"));
        assertThat(statement.out()).isEqualTo(Credits.of(45));
        assertThat(statement.closing()).isEqualTo(Credits.parse("107.5"));
        assertThat(statements.of(people.alice(), MARCH_1, MARCH_3).closing())
                .isEqualTo(wallets.get(people.alice()).balance());
        assertThat(statements.of(people.alice(), MARCH_3, MARCH_3).opening()).isEqualTo(statement.closing());
    }

    @Test
    void showsSendsByDayAndSalesOneByOneNewestFirst() {
        Statement statement = statements.of(people.alice(), MARCH_1, MARCH_2);

        assertThat(statement.rows())
                .extracting(
                        StatementRow::day,
                        StatementRow::kind,
                        StatementRow::transfers,
                        row -> row.in().toString(),
                        row -> row.out().toString(),
                        row -> row.balanceAfter().toString())
                .containsExactly(
                        tuple(MARCH_2, TransferKind.TAKE_BACK, 1L, "0", "30", "107.5"),
                        tuple(MARCH_2, TransferKind.REFUND, 1L, "2.5", "0", "137.5"),
                        tuple(MARCH_1, TransferKind.CHARGE, 3L, "0", "15", "135"),
                        tuple(MARCH_1, TransferKind.ALLOCATION, 1L, "50", "0", "150"));
        assertThat(statement.rows().getLast().counterpartyId()).isEqualTo(people.reseller());
        assertThat(statement.rows().getLast().note()).isEqualTo("=Top \"up\"");
        assertThat(statement.rows().get(2).transferId()).isNull();
    }

    @Test
    void showsTheSellerItsSales() {
        Statement statement = statements.of(people.reseller(), LocalDate.of(2026, 2, 27), MARCH_3);

        assertThat(statement.rows())
                .extracting(
                        StatementRow::kind,
                        StatementRow::counterpartyId,
                        row -> row.balanceAfter().toString())
                .containsExactly(
                        tuple(TransferKind.TAKE_BACK, people.alice(), "880"),
                        tuple(TransferKind.ALLOCATION, people.alice(), "850"),
                        tuple(TransferKind.ALLOCATION, people.alice(), "900"),
                        tuple(TransferKind.ALLOCATION, people.operator(), "1000"));
    }

    @Test
    void isEmptyForATenantWithoutTransfers() {
        Statement statement = statements.of(people.charlie(), MARCH_1, MARCH_3);

        assertThat(statement.rows()).isEmpty();
        assertThat(statement.opening()).isEqualTo(Credits.ZERO);
        assertThat(statement.closing()).isEqualTo(Credits.ZERO);
    }

    @Test
    void writesEverySingleTransferAsCsv() throws IOException {
        assertThat(csv(people.alice(), MARCH_1, MARCH_2))
                .isEqualTo("""
                time,kind,reference,note,in,out,balance
                2026-03-01T00:00:00Z,CHARGE,%1$s,,,10,90
                2026-03-01T09:00:00Z,ALLOCATION,,"'=Top ""up""\",50,,140
                2026-03-01T23:59:59.999999Z,CHARGE,%1$s,,,2.5,137.5
                2026-03-01T23:59:59.999999Z,CHARGE,%1$s,,,2.5,135
                2026-03-02T08:00:00Z,REFUND,%1$s,,2.5,,137.5
                2026-03-02T10:00:00Z,TAKE_BACK,,,,30,107.5
                """.formatted(submission).replace("\n", "\r\n"));
    }

    @Test
    void writesMoreTransfersThanFitAPage() throws IOException {
        post(IntStream.range(0, 4_500)
                .mapToObj(i -> charge("many-" + i, "0.01"))
                .toArray(Transfer[]::new));

        List<String> lines = csv(people.alice(), MARCH_3, MARCH_3).lines().toList();

        assertThat(lines).hasSize(1 + 1 + 4_500);
        assertThat(lines.getLast()).endsWith(",0.01,55.5");
        assertThat(statements.of(people.alice(), MARCH_3, MARCH_3).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.transfers()).isEqualTo(4_501));
    }

    private String csv(UUID tenantId, LocalDate from, LocalDate to) throws IOException {
        StringBuilder out = new StringBuilder();
        statements.csv(tenantId, from, to, out);
        return out.toString();
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
                submission);
    }

    private Transfer refund(String key, String amount) {
        return new Transfer(
                people.alice(),
                "refund:" + key,
                TransferKind.REFUND,
                Account.usage(people.alice()),
                Account.wallet(people.alice()),
                Credits.parse(amount),
                submission);
    }

    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
