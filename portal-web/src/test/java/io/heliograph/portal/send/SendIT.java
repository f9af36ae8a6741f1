package io.heliograph.portal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class SendIT {

    private static final String ONE = "+44 7700 900123";
    private static final String TWO = "+44 7700 900124";

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Messages messages;

    @Autowired
    Wallets wallets;

    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceHasTenCredits() {
        customer = customers.with(people.reseller(), 10);
        alice = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
    }

    @Test
    void sendsAndLeadsToTheMessages() {
        MvcTestResult sent = send(ONE + "\n" + TWO, "Hello", "a");

        assertThat(sent).hasStatus(HttpStatus.FOUND);
        assertThat(sent.getResponse().getRedirectedUrl()).startsWith("/messages?submission=");
        assertThat(all()).extracting(Message::msisdn).containsExactlyInAnyOrder("447700900123", "447700900124");
        assertThat(wallets.get(customer.id()).balance()).isEqualTo(Credits.of(8));
    }

    @Test
    void aFormThatIsSentTwiceIsOneSubmission() {
        MvcTestResult first = send(ONE, "Hello", "twice");
        MvcTestResult second = send(ONE, "Hello", "twice");

        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(all()).hasSize(1);
        assertThat(wallets.get(customer.id()).balance()).isEqualTo(Credits.of(9));
    }

    @Test
    void aFormThatWasSentIsNotSentWithSomethingElseInIt() {
        send(ONE, "Hello", "changed");

        MvcTestResult second = send(TWO, "Goodbye", "changed");

        assertThat(second)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Nothing was sent now");
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                | +44 7700 900123 | Hello | Enter who the message is from.
                    Far too long name | +44 7700 900123 | Hello | Enter up to 11 letters and digits
                    Alpine            | ''              | Hello | Enter at least one phone number.
                    Alpine            | 07700 900123    | Hello | Enter at least one number that can be used.
                    Alpine            | +44 7700 900123 | ''    | Enter a text.
                    """)
    void saysWhatIsMissingAndKeepsWhatWasTyped(String sender, String numbers, String text, String problem) {
        MvcTestResult refused =
                alice.send("/send", "sender", sender, "numbers", numbers, "text", text, "key", "missing");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is a problem", problem, "<title>Error: ", sender, numbers, text);
        assertThat(all()).isEmpty();
    }

    @Test
    void leavesNumbersOutOnlyWhenTold() {
        String numbers = ONE + "\n0770";

        assertThat(send(numbers, "Hello", "bad"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("One number can’t be used", "Line 2:", "put the country code first");
        assertThat(alice.send(
                        "/send",
                        "sender",
                        "Alpine",
                        "numbers",
                        numbers,
                        "text",
                        "Hello",
                        "key",
                        "bad",
                        "leaveOut",
                        "true"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(all()).hasSize(1);
    }

    @Test
    void numbersAreCorrectedInPlace() {
        MvcTestResult corrected = alice.send(
                "/send/drafts",
                "act",
                "correct",
                "numbers",
                "0770, " + ONE + "\n00770",
                "typed",
                "0770",
                "corrected",
                "+44 7700 900777",
                "typed",
                "00770",
                "corrected",
                "00770");

        assertThat(corrected).hasStatusOk().bodyText().contains("+44 7700 900777, " + ONE + "\n00770");
    }

    @Test
    void looksAlikeIsPutInForWhatCosts() {
        MvcTestResult replaced = alice.send("/send/drafts", "act", "replace", "text", "It’s – " + "x".repeat(70));

        assertThat(replaced).hasStatusOk().bodyText().contains("It&#39;s - xxx");
    }

    @Test
    void withoutEnoughCreditsNothingIsSentAndTheDraftStays() {
        String eleven = String.join("\n", numbers(11));

        MvcTestResult refused = send(eleven, "Hello", "short");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("You need 1 more", "Buy credits", "447700900010", "Hello");
        assertThat(all()).isEmpty();
        assertThat(wallets.get(customer.id()).balance()).isEqualTo(Credits.of(10));
    }

    @Test
    void asksBeforeTheSameGoesToTheSameAgain() {
        send(ONE + "\n" + TWO, "Hello", "first");

        MvcTestResult warned = send(ONE, "Hello", "second");
        assertThat(warned)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("You sent this text");
        assertThat(alice.send(
                        "/send", "sender", "Alpine", "numbers", ONE, "text", "Hello", "key", "second", "again", "true"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(send(ONE, "Something else", "third")).hasStatus(HttpStatus.FOUND);
        assertThat(all()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                      | 0 characters                        | 0 parts
                    Hello                   | 5 characters                        | 1 part
                    x*160                   | 160 characters                      | 1 part
                    x*161                   | Remove 1 character to make it 1 part | and save 2 credits.
                    x*766                   | 5 parts at most. Remove 1 character. | 6 parts
                    ’x*70                   | makes this a special-character text | Replace with
                    مx*70                   | 71 characters                       | With special characters a part has 70
                    €x*159                  | 161 characters                      | € counts as two characters each
                    """)
    void countsWhileItIsTyped(String recipe, String one, String other) {
        MvcTestResult counted = alice.send(
                "/send/previews", "numbers", ONE + "," + TWO + "," + ONE, "text", text(recipe), "sender", "Alpine");

        assertThat(counted.getResponse().getStatus()).isEqualTo(200);
        assertThat(plain(counted)).contains(one, other, "2 ready", "1 repeated");
    }

    @Test
    void sendsAgainFromAFilledForm() {
        send(ONE, "Hello once", "again");

        assertThat(alice.visit("/send?like=" + all().getFirst().id()))
                .hasStatusOk()
                .bodyText()
                .contains("+447700900123", "Hello once", "Alpine");
    }

    @Test
    void charlieGets404() {
        send(ONE, "Hello", "mine");
        Visitor charlie = Visitor.signIn(portal, "customer@cedar.test", "sandbox");

        assertThat(charlie.visit("/send?like=" + all().getFirst().id())).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult send(String numbers, String text, String key) {
        return alice.send("/send", "sender", "Alpine", "numbers", numbers, "text", text, "key", key);
    }

    private List<Message> all() {
        return messages.page(customer.id(), MessageFilter.all(), null, 100);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "4477009000%02d".formatted(i))
                .toList();
    }

    /** {@code x*3} is xxx. */
    private static String text(String recipe) {
        int star = recipe.indexOf('*');
        return star < 0
                ? recipe
                : recipe.substring(0, star - 1)
                        + recipe.substring(star - 1, star).repeat(Integer.parseInt(recipe.substring(star + 1)));
    }

    private static String plain(MvcTestResult result) {
        try {
            return result.getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("<[^>]*>", "")
                    .replaceAll("\\s+", " ");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
