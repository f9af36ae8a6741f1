package io.heliograph.portal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class MessagesIT {

    private static final Pattern POLL = Pattern.compile("hx-get=\"([^\"]*/changes[^\"]*)\"");

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Messages messages;

    Tenant reseller;
    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceHasCredits() {
        reseller = people.reseller();
        customer = customers.with(reseller, 100);
        alice = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
    }

    @Test
    void showsWhatIsSentUntilItIsDelivered() {
        Message message = send("+447700900123", "Your code is 1234");

        settled(message, MessageState.DELIVERED);

        assertThat(body(alice.visit("/messages"))).contains("+44 7700 900123", "Your code is 1234", "Delivered");
        assertThat(body(alice.visit("/messages/" + message.id())))
                .contains(
                        "Accepted · Browser · 1 credit",
                        "Handed to the network",
                        "Report: Delivered",
                        "The phone got it");
    }

    @Test
    void explainsWhatWasNotSentAndThatNothingIsCharged() {
        Message message = send("+447700900003", "Hello");

        settled(message, MessageState.REFUSED);

        assertThat(body(alice.visit("/messages/" + message.id())))
                .contains("The number can’t be used", "What to do", "1 credit was returned.");
        assertThat(body(alice.visit("/messages?state=unsent")))
                .contains("returned")
                .doesNotContain("None match");
    }

    @Test
    void aPollThatFindsNothingNewIs204() {
        Message message = send("+447700900011", "Hello");
        settled(message, MessageState.SUBMITTED);

        String list = poll(alice.visit("/messages"));
        String page = poll(alice.visit("/messages/" + message.id()));

        assertThat(alice.visit(list)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(alice.visit(page)).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void aPollTellsOfNewcomersAndOfChanges() {
        Message first = send("+447700900011", "Hello");
        settled(first, MessageState.SUBMITTED);
        String list = poll(alice.visit("/messages"));

        send("+447700900011", "Another");

        assertThat(body(alice.visit(list))).contains("1 new message", "Show", "state-" + first.id());
        assertThat(alice.visit(list.replaceAll("v=[0-9a-f]+", "v=old")))
                .hasStatusOk()
                .bodyText()
                .contains("hx-swap-oob");
    }

    @Test
    void findsByNumberInAnyFormAndById() {
        Message message = send("+447700900123", "Wanted");
        send("+447700900124", "Other text");

        assertThat(body(alice.visit("/messages?q=0044%20(0)7700%20900-123")))
                .contains("Wanted")
                .doesNotContain("Other text");
        assertThat(alice.visit("/messages?q=" + message.id()).getResponse().getRedirectedUrl())
                .isEqualTo("/messages/" + message.id());
        assertThat(body(alice.visit("/messages?q=nobody"))).contains("Enter a whole number");
        assertThat(body(alice.visit("/messages?q=%2B447700900199"))).contains("None match", "Clear filters");
    }

    @Test
    void countsAreThoseOfTheDoors() {
        settled(send("+447700900123", "One"), MessageState.DELIVERED);
        settled(send("+447700900001", "Two"), MessageState.UNDELIVERED);

        String page = body(alice.visit("/messages")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

        assertThat(page).contains("2 All", "0 Waiting", "1 Delivered", "1 Not delivered", "0 Not sent");
    }

    @Test
    void theFileHasThemAllAndIsSafeInASpreadsheet() {
        send("+447700900123", "=1+1");

        MvcTestResult file = alice.visit("/messages.csv");

        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment", "messages.csv");
        assertThat(body(file)).contains("To,From,Text,State", "\"+44 7700 900123\",\"Alpine\",\"'=1+1\"");
    }

    @Test
    void aStoppedMessageIsTooLateOnceItLeft() {
        Message message = send("+447700900123", "Hello");
        settled(message, MessageState.DELIVERED);

        assertThat(alice.send("/messages/" + message.id() + "/stops")).hasStatus(HttpStatus.FOUND);
        assertThat(messages.find(customer.id(), message.id()).orElseThrow().state())
                .isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void theResellerSeesThemTooAndMayNotSend() {
        Message message = send("+447700900123", "Hello");
        Visitor owner = Visitor.signIn(portal, people.user(reseller.id(), Role.OWNER));
        String base = "/customers/" + customer.id() + "/messages";

        assertThat(body(owner.visit(base)))
                .contains("Messages of " + customer.name())
                .doesNotContain("href=\"/send\"");
        assertThat(body(owner.visit(base + "/" + message.id())))
                .contains("What happened")
                .doesNotContain("Send again");
        assertThat(body(owner.visit(base + ".csv"))).contains(message.id().toString());
        assertThat(owner.visit("/messages")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void charlieGets404() {
        Message message = send("+447700900123", "Hello");
        Visitor charlie = Visitor.signIn(portal, "customer@cedar.test", "sandbox");
        Visitor stranger = Visitor.signIn(portal, people.user(people.reseller().id(), Role.OWNER));

        assertThat(charlie.visit("/messages/" + message.id())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(charlie.visit("/messages/" + message.id() + "/changes?v=0")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(charlie.visit("/messages?submission=" + message.submissionId()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(charlie.send("/messages/" + message.id() + "/stops")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(charlie.visit("/messages.csv")))
                .doesNotContain(message.id().toString());
        String base = "/customers/" + customer.id() + "/messages";
        assertThat(stranger.visit(base)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.visit(base + "/" + message.id())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.visit(base + ".csv")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.send(base + "/" + message.id() + "/refunds")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoHasNoneIsToldWhatWillBeHere() {
        assertThat(body(alice.visit("/messages"))).contains("Messages appear here");
        assertThat(body(alice.visit("/"))).contains("First steps", "Enough for about 100 messages");
    }

    private Message send(String number, String text) {
        String address = Objects.requireNonNull(alice.send(
                        "/send",
                        "sender",
                        "Alpine",
                        "numbers",
                        number,
                        "text",
                        text,
                        "key",
                        UUID.randomUUID().toString())
                .getResponse()
                .getRedirectedUrl());
        UUID submission = UUID.fromString(address.substring(address.indexOf('=') + 1));
        return messages.page(customer.id(), new MessageFilter(Set.of(), null, submission, null), null, 1)
                .getFirst();
    }

    private void settled(Message message, MessageState state) {
        await().untilAsserted(() -> assertThat(
                        messages.find(customer.id(), message.id()).orElseThrow().state())
                .isEqualTo(state));
    }

    private static String poll(MvcTestResult page) {
        Matcher matcher = POLL.matcher(body(page));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
