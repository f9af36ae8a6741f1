package io.heliograph.bulksms;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class HlrIT {

    private static final String NUMBER = "447700900123";

    @Autowired
    MockMvcTester program;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Credentials credentials;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    @Autowired
    WaitingCalls waiting;

    @Autowired
    JdbcClient jdbc;

    Tenant reseller;
    Tenant customer;
    IssuedCredential login;

    @BeforeEach
    void aliceHasTwentyCredits() {
        reseller = people.reseller();
        customer = customers.with(reseller, 20);
        login = credentials.create(customer.id(), "Shop", AnswerForm.OK, null);
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void answersAsThePageSaysAndChargesTheLookUpPrice() {
        MvcTestResult answer = call(NUMBER);

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {"447700900123": {"msisdn": "447700900123", "country": "United Kingdom", "err_desc": "Live",
                "operator": "Sandbox Mobile", "type": "Mobile", "mccmnc": "99901", "roaming": "False",
                "err_code": "0", "status": "Delivered", "ported": "False"}}
                """);
        assertThat(balance()).isEqualTo(Credits.parse("19.5"));
    }

    @Test
    void readsAFormAndNamesInAnyCase() {
        MvcTestResult answer = program.post()
                .uri("/hlr")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("USERNAME=" + username() + "&Password=" + login.secret() + "&MSISDN=447700900002")
                .exchange();

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$['447700900002'].err_code")
                .isEqualTo("002");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -      | right | ''           | MSISDN value format is incorrect.
            right  | right | ''           | MSISDN value format is incorrect.
            right  | right | 0044770090   | MSISDN value format is incorrect.
            right  | right | 447700900    | MSISDN value format is incorrect.
            right  | right | 447700900003 | MSISDN value format is incorrect.
            right  | -     | 447700900123 | Invalid Password Parameter
            -      | -     | 447700900123 | Invalid Password Parameter
            -      | right | 447700900123 | Username input is not valid.
            right  | wrong | 447700900123 | HLR credentials are incorrect.
            nobody | right | 447700900123 | HLR credentials are incorrect.
            """)
    void refusesInTheWordsOfThePageAndChargesNothing(
            @Nullable String username, @Nullable String password, String msisdn, String refusal) {
        MvcTestResult answer = program.get()
                .uri(
                        "/hlr?username={u}&password={p}&msisdn={m}",
                        orRight(username, username()),
                        orRight(password, login.secret()),
                        msisdn)
                .exchange();

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_PLAIN);
        assertThat(answer).hasBodyTextEqualTo(refusal);
        assertThat(balance()).isEqualTo(Credits.of(20));
    }

    @Test
    void refusesWhatTheWalletDoesNotHold() {
        wallets.takeBack(reseller.id(), customer.id(), Credits.parse("19.6"), "all but a bit", null, null);

        assertThat(call(NUMBER)).hasStatusOk().hasBodyTextEqualTo("Insufficient hlr credits.");
        assertThat(balance()).isEqualTo(Credits.parse("0.4"));
    }

    @Test
    void answersTheThirtyFirstCallOfASecondWith429() {
        calledBefore(30);

        MvcTestResult next = call(NUMBER);

        assertThat(next)
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasBodyTextEqualTo("API calls quota exceeded! maximum admitted 30 per 1s/.");
        assertThat(balance()).isEqualTo(Credits.of(20));
    }

    @Test
    void takesTheThirtiethCallOfASecond() {
        calledBefore(29);

        assertThat(call(NUMBER)).hasStatusOk();
    }

    @Test
    void forgetsCallsAfterASecond() {
        calledAt(30, Instant.now().minusMillis(1_001));

        assertThat(call(NUMBER)).hasStatusOk();
    }

    @Test
    void refusesForNowAndChargesNothingWhileTooManyOfTheTenantWait() {
        waitingBefore(100);

        assertThat(call(NUMBER))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$['447700900123'].err_code")
                .isEqualTo("003");
        assertThat(balance()).isEqualTo(Credits.of(20));
        waiting.leave(customer.id());
        assertThat(call(NUMBER))
                .bodyJson()
                .extractingPath("$['447700900123'].err_code")
                .isEqualTo("0");
        assertThat(call(NUMBER))
                .bodyJson()
                .extractingPath("$['447700900123'].err_code")
                .isEqualTo("0");
    }

    private void waitingBefore(int calls) {
        for (int i = 0; i < calls; i++) {
            assertThat(waiting.enter(customer.id())).isTrue();
        }
    }

    /** Calls that stay within the last second for as long as the test takes. */
    private void calledBefore(int calls) {
        calledAt(calls, Instant.now().plusSeconds(60));
    }

    private void calledAt(int calls, Instant at) {
        ByteBuffer recent = ByteBuffer.allocate(calls * Long.BYTES);
        for (int i = 0; i < calls; i++) {
            recent.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        }
        jdbc.sql("INSERT INTO bulksms_hlr_calls (credential_id, recent) VALUES (?, ?)")
                .params(RowIds.bytes(login.credential().id()), recent.array())
                .update();
    }

    private MvcTestResult call(String msisdn) {
        return program.get()
                .uri("/hlr?username={u}&password={p}&msisdn={m}", username(), login.secret(), msisdn)
                .exchange();
    }

    private static String orRight(@Nullable String given, String right) {
        return given == null ? "" : given.equals("right") ? right : given;
    }

    private String username() {
        return login.credential().username();
    }

    private Credits balance() {
        return wallets.get(customer.id()).balance();
    }
}
