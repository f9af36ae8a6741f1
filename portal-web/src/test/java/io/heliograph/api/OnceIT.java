package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A POST has one effect for each key: repeated, at the same time, and when a node dies in between. */
@PortalTest
class OnceIT {

    private void leaseEnds() {
        jdbc.sql("UPDATE api_request SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE account_id = ?")
                .param(RowIds.bytes(customer.id()))
                .update();
    }

    private static final String MESSAGE = "{\"from\":\"Alpine\",\"to\":\"447700900123\",\"text\":\"Hello\"}";

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Tenants tenants;

    @Autowired
    Wallets wallets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    Once once;

    Tenant reseller;
    Tenant customer;
    Program alice;

    @BeforeEach
    void aliceHasAKey() {
        reseller = people.reseller();
        customer = customers.with(reseller, 100);
        alice = Program.of(portal, keys, customer.id()).with(Call.KEY_HEADER, "order-4711");
    }

    @Test
    void givesTheFirstAnswerAgainAndChargesOnce() {
        Program.Reply first = alice.post("/messages", MESSAGE).expect(202);
        Program.Reply again = alice.post("/messages", " " + MESSAGE).expect(202);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.response().getHeader(Once.REPLAYED_HEADER)).isNull();
        assertThat(again.response().getHeader(Once.REPLAYED_HEADER)).isEqualTo("true");
        assertThat(again.response().getHeader("Location"))
                .isEqualTo(first.response().getHeader("Location"));
        assertThat(available(customer)).isEqualTo(Credits.of(99));
    }

    @Test
    void refusesTheKeyForAnythingElse() {
        alice.post("/messages", MESSAGE).expect(202);

        assertThat(alice.post("/messages", MESSAGE.replace("Hello", "Bye"))
                        .expect(422)
                        .code())
                .isEqualTo("idempotency_key_reused");
        assertThat(alice.post("/messages/quote", MESSAGE).expect(422).code()).isEqualTo("idempotency_key_reused");
        assertThat(available(customer)).isEqualTo(Credits.of(99));
    }

    @Test
    void keepsOneProgramsKeysFromAnothers() {
        Program reseller = Program.of(portal, keys, this.reseller.id())
                .with(Call.KEY_HEADER, "order-4711")
                .with(Call.ACCOUNT_HEADER, customer.id().toString());

        alice.post("/messages", MESSAGE).expect(202);
        reseller.post("/messages", MESSAGE.replace("Hello", "Bye")).expect(202);

        assertThat(available(customer)).isEqualTo(Credits.of(98));
    }

    @Test
    void letsARefusedRequestBeTriedAgainWithItsKey() {
        assertThat(alice.post("/messages", MESSAGE.replace("447700900123", "12"))
                        .expect(422)
                        .code())
                .isEqualTo("invalid_number");

        alice.post("/messages", MESSAGE).expect(202);

        assertThat(available(customer)).isEqualTo(Credits.of(99));
    }

    @Test
    void manyAtOnceHaveOneEffect() throws Exception {
        int programs = 8;
        CyclicBarrier start = new CyclicBarrier(programs);
        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = java.util.Collections.nCopies(programs, () -> {
                start.await();
                return alice.post("/messages", MESSAGE).status();
            });
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).contains(202).containsOnly(202, 409);
        assertThat(available(customer)).isEqualTo(Credits.of(99));
        alice.post("/messages", MESSAGE).expect(202);
        assertThat(available(customer)).isEqualTo(Credits.of(99));
    }

    @Test
    void goesOnWhereANodeDiedAfterTheEffectAndBeforeTheRecord() {
        Program.Reply first = alice.post("/messages", MESSAGE).expect(202);
        jdbc.sql("UPDATE api_request SET status = NULL, body = NULL WHERE account_id = ?")
                .param(RowIds.bytes(customer.id()))
                .update();
        Program.Reply running = alice.post("/messages", MESSAGE).expect(409);
        assertThat(running.code()).isEqualTo("request_in_progress");
        assertThat(running.response().getHeader("Retry-After")).isEqualTo("1");

        leaseEnds();

        assertThat(alice.post("/messages", MESSAGE).expect(202).json()).isEqualTo(first.json());
        assertThat(available(customer)).isEqualTo(Credits.of(99));
    }

    @Test
    void keepsTheKeyOfWhatANodeThatDiedMayHaveDoneThoughItIsRefusedNow() {
        Program seller = Program.of(portal, keys, reseller.id())
                .with(Call.KEY_HEADER, "order-4711")
                .with(Call.ACCOUNT_HEADER, customer.id().toString());
        Program.Reply first = seller.post("/messages", MESSAGE).expect(202);
        jdbc.sql("UPDATE api_request SET status = NULL, body = NULL WHERE account_id = ?")
                .param(RowIds.bytes(customer.id()))
                .update();
        leaseEnds();
        tenants.suspend(customer.id());
        assertThat(seller.post("/messages", MESSAGE).status()).isEqualTo(403);
        tenants.resume(customer.id());
        leaseEnds();

        assertThat(seller.post("/messages", MESSAGE).expect(202).json()).isEqualTo(first.json());
        assertThat(available(customer)).isEqualTo(Credits.of(99));
    }

    @Test
    void forgetsAKeyAfterSevenDays() {
        alice.post("/messages", MESSAGE).expect(202);
        age("6 DAY");
        alice.post("/messages", MESSAGE).expect(202);
        assertThat(available(customer)).isEqualTo(Credits.of(99));

        age("2 DAY");
        alice.post("/messages", MESSAGE).expect(202);

        assertThat(available(customer)).isEqualTo(Credits.of(98));
    }

    /** Answers may hold secrets, so they are kept sealed. */
    @Test
    void keepsNoSecretInTheClear() {
        alice.post("/webhook-endpoints", "{\"url\":\"http://127.0.0.1:9/hook\"}")
                .expect(201);

        byte[] kept = jdbc.sql("SELECT body FROM api_request WHERE account_id = ?")
                .param(RowIds.bytes(customer.id()))
                .query((row, _) -> row.getBytes(1))
                .single();

        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("whsec_", "secret");
    }

    @Test
    void forgetsAllThatIsOlderThanItIsKeptInOneSweep() {
        alice.post("/messages", MESSAGE).expect(202);
        UUID old = RowIds.next();
        batches.batchUpdate(
                """
                INSERT INTO api_request
                    (tenant_id, account_id, request_key, request_hash, effect_id, lease, lease_until, created_at)
                VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) - INTERVAL 8 DAY)
                """,
                IntStream.rangeClosed(1, 5_001)
                        .mapToObj(i -> new Object[] {
                            RowIds.bytes(old),
                            RowIds.bytes(old),
                            "order-" + i,
                            new byte[32],
                            RowIds.bytes(old),
                            RowIds.bytes(old)
                        })
                        .toList());

        once.sweep();

        assertThat(requests(old)).isZero();
        assertThat(requests(customer.id())).isEqualTo(1);
    }

    private long requests(UUID accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM api_request WHERE account_id = ?")
                .param(RowIds.bytes(accountId))
                .query(Long.class)
                .single();
    }

    private void age(String interval) {
        jdbc.sql("UPDATE api_request SET created_at = created_at - INTERVAL " + interval
                        + ", lease_until = lease_until - INTERVAL " + interval + " WHERE account_id = ?")
                .param(RowIds.bytes(customer.id()))
                .update();
    }

    private Credits available(Tenant tenant) {
        return wallets.get(tenant.id()).available();
    }
}
