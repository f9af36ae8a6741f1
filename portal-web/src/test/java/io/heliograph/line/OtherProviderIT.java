package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.credentials.AnswerForm;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.tenants.NewTenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The compatible API, call by call (contract S1 to S8 and C1). */
class OtherProviderIT extends LineTest {

    private static final String NOT_SENT = "447709999999";

    @Autowired
    Tenants tenants;

    @Autowired
    PriceLists prices;

    @ParameterizedTest(name = "{0} for {1}={2}")
    @MethodSource("refusals")
    void refusesWithTheCodeOfTheContractAndChargesNothing(String code, String parameter, String value) {
        Map<String, String> call = Calls.sending(alice, NOT_SENT, "Hello");
        call.put(parameter, value);

        HttpResponse<String> answer = portal.bulksms(call);

        assertThat(answer.body()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertNothingHappened();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("00", "username", "nobody"),
                Arguments.of("00", "password", "wrong"),
                Arguments.of("00", "password", ""),
                Arguments.of("0051", "mt", "2"),
                Arguments.of("0051", "mt", ""),
                Arguments.of("0051", "mt", "text"),
                Arguments.of("0030", "sid", "TwelveLetter"),
                Arguments.of("0030", "sid", "1234567890123456789"),
                Arguments.of("0030", "sid", ""),
                Arguments.of("0066", "mno", numbers(16)),
                Arguments.of("0041", "mno", "447709999"),
                Arguments.of("0041", "mno", "4477099999991234567"),
                Arguments.of("0041", "mno", "+447709999999"),
                Arguments.of("0041", "mno", "00447709999999"),
                Arguments.of("0041", "mno", NOT_SENT + ",44770x999999"),
                Arguments.of("0041", "mno", ""),
                Arguments.of("0050", "msg", ""),
                Arguments.of("0050", "msg", "a".repeat(5 * 153 + 1)),
                Arguments.of("0050", "msg", "ا".repeat(5 * 67 + 1)));
    }

    @ParameterizedTest
    @CsvSource({"username", "password", "sid", "mno", "msg"})
    void answers000WithoutAParameter(String missing) {
        Map<String, String> call = Calls.sending(alice, NOT_SENT, "Hello");
        call.remove(missing);

        assertThat(portal.bulksms(call).body()).isEqualTo("000");
        assertNothingHappened();
    }

    @Test
    void answers0051WithoutAType() {
        Map<String, String> call = Calls.sending(alice, NOT_SENT, "Hello");
        call.remove("mt");

        assertThat(portal.bulksms(call).body()).isEqualTo("0051");
    }

    @Test
    void answers0020ForMoreThanThereIsAndChargesNothing() {
        Customer poor = customer(alice.sellerId(), 14);

        HttpResponse<String> answer = portal.bulksms(Calls.sending(poor, numbers(15), "Hello"));

        assertThat(answer.body()).isEqualTo("0020");
        assertThat(balance(poor)).isEqualTo(Credits.of(14));
        assertThat(messagesOf(poor)).isEmpty();
    }

    @Test
    void answers0042WhereNobodySetAPrice() {
        UUID operator = tenants.create(new NewTenant(null, TenantKind.OPERATOR, "Elsewhere", ZoneId.of("UTC")))
                .id();
        UUID reseller = tenants.create(new NewTenant(operator, TenantKind.RESELLER, "Abroad", ZoneId.of("UTC")))
                .id();
        prices.set(operator, null, Product.SMS, "61", Credits.of(1), null);
        wallets.allocate(operator, reseller, Credits.of(100), "elsewhere:" + reseller, null, null);
        Customer abroad = customer(reseller, 100);

        String refused = portal.bulksms(Calls.sending(abroad, "61400000000," + NOT_SENT, "Hello"))
                .body();
        String accepted =
                portal.bulksms(Calls.sending(abroad, "61400000000", "Hello")).body();

        assertThat(refused).isEqualTo("0042");
        assertThat(accepted).startsWith("OK: ");
        assertThat(balance(abroad)).isEqualTo(Credits.of(99));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "00,username,nobody,mt,9",
        "0051,mt,9,sid,TwelveLetter",
        "0030,sid,TwelveLetter,mno,1",
        "0041,mno,1,msg,''"
    })
    void answersTheFirstOfSeveralCodes(String code, String one, String wrong, String other, String alsoWrong) {
        Map<String, String> call = Calls.sending(alice, NOT_SENT, "Hello");
        call.put(one, wrong);
        call.put(other, alsoWrong);

        assertThat(portal.bulksms(call).body()).isEqualTo(code);
    }

    @Test
    void takesNamesInAnyCaseFromTheQueryTheBodyOrBoth() {
        String number = number();
        Map<String, String> upper = new LinkedHashMap<>();
        Calls.sending(alice, number, "Upper").forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        String query = Calls.encoded(Map.of("UserName", alice.username(), "MNO", number, "Msg", "The query wins"));
        String body =
                Calls.encoded(Map.of("password", alice.secret(), "Mt", "0", "sId", "Test", "msg", "The body loses"));

        List<HttpResponse<String>> answers = List.of(
                portal.bulksms(upper),
                portal.post("/bulksms", Calls.FORM, Calls.encoded(upper)),
                portal.post("/bulksms?" + query, Calls.FORM, body));

        assertThat(answers).allMatch(answer -> answer.body().matches("OK: [0-9a-f-]{36}"));
        assertThat(messagesOf(alice))
                .extracting(Message::text)
                .containsExactlyInAnyOrder("Upper", "Upper", "The query wins");
    }

    @Test
    void takesTheRequestOfThePagesVisualBasicAndCSharpSamples() {
        // WebClient and WebRequest encode the spaces of the sample's address, and nothing else.
        String address = "/bulksms?username=" + alice.username() + "&password=" + alice.secret() + "&mt=0&Sid=Test&mno="
                + number() + "&msg=Message%20will%20be%20written%20here";

        assertThat(portal.get(address).body()).startsWith("OK: ");
        assertThat(messagesOf(alice).getFirst().text()).isEqualTo("Message will be written here");
    }

    @Test
    void takesTheRequestOfThePagesPhpSample() {
        String number = number();
        Map<String, String> query = new LinkedHashMap<>(Calls.sending(alice, number, "Message will be written here"));
        query.put("Sid", String.valueOf(query.remove("sid")));
        Map<String, String> body = new LinkedHashMap<>();
        body.put("username", alice.username());
        body.put("password", alice.secret());
        body.put("mno", number);
        body.put("sid", "Test");
        body.put("sfl", "0");
        body.put("mt", "0");
        body.put("message", "Message will be written here");

        String answer = portal.post("/bulksms?" + Calls.encoded(query), Calls.FORM, Calls.encoded(body))
                .body();
        String bodyAlone =
                portal.post("/bulksms", Calls.FORM, Calls.encoded(body)).body();

        assertThat(answer.substring(0, 2)).isEqualTo("OK");
        assertThat(bodyAlone.substring(0, 2)).isEqualTo("OK");
        assertThat(messagesOf(alice)).extracting(Message::text).containsOnly("Message will be written here");
    }

    @Test
    void answersTheBareIdToACredentialThatWantsIt() {
        Customer bob = customer(alice.sellerId(), 10, AnswerForm.BARE);

        String answer = portal.bulksms(Calls.sending(bob, number(), "Hello")).body();

        assertThat(UUID.fromString(answer)).isEqualTo(messagesOf(bob).getFirst().submissionId());
    }

    @Test
    void tellsTheBalanceOr00() {
        portal.accepted(alice, number(), "One credit");

        assertThat(portal.balance(alice)).isEqualTo("99");
        assertThat(portal.post("/checkbalance", Calls.FORM, "USER=" + alice.username() + "&PASS=" + alice.secret())
                        .body())
                .isEqualTo("99");
        assertThat(portal.get("/checkbalance?user=" + alice.username() + "&pass=wrong")
                        .body())
                .isEqualTo("00");
        assertThat(portal.get("/checkbalance").body()).isEqualTo("00");
    }

    @Test
    void takesAPercentSignThatIsNoEscapeAsItIs() {
        String call = Calls.encoded(Calls.sending(alice, number(), "Now "));

        assertThat(portal.post("/bulksms", Calls.FORM, call + "100%").body()).startsWith("OK: ");
        assertThat(messagesOf(alice).getFirst().text()).isEqualTo("Now 100%");
    }

    @Test
    void hidesMessagesFromAnotherTenant() {
        String number = number();
        portal.accepted(alice, number, "Hello");
        Customer charlie = customer(people.tenantOf("reseller@southwind.test"), 10);
        Message hers = messagesOf(alice).getFirst();

        awaitState(alice, number, MessageState.SUBMITTED);

        assertThat(messagesOf(charlie)).isEmpty();
        assertThat(messages.find(charlie.tenantId(), hers.id())).isEmpty();
        assertThat(messages.submission(charlie.tenantId(), hers.submissionId())).isEmpty();
        assertThat(portal.balance(charlie)).isEqualTo("10");
    }

    private void assertNothingHappened() {
        assertThat(balance(alice)).isEqualTo(Credits.of(100));
        assertThat(messagesOf(alice)).isEmpty();
        assertThat(ONE_S2U.sentTo(NOT_SENT)).isEmpty();
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Long.toString(447_710_000_000L + i))
                .collect(Collectors.joining(","));
    }
}
