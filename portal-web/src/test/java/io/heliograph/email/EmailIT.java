package io.heliograph.email;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.ledger.Proof;
import io.heliograph.mail.Mail;
import io.heliograph.mail.Outbox;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails from a real mail library, over a socket, to messages or to a refusal that says why. */
@PortalTest
class EmailIT {

    private static final String ANA = "447700900123@sms.test";
    private static final String BEN = "447700900124@sms.test";

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Credentials credentials;

    @Autowired
    EmailAccess access;

    @Autowired
    SecretAddresses secrets;

    @Autowired
    SeenMails seen;

    @Autowired
    MailServer server;

    @Autowired
    Messages messages;

    @Autowired
    Tenants tenants;

    @Autowired
    Outbox outbox;

    @Autowired
    Proof proof;

    Tenant alice;
    IssuedCredential login;
    Post post;

    @BeforeEach
    void aliceHasALogin() {
        alice = customers.with(people.reseller(), 100);
        login = credentials.create(alice.id(), "Mail", AnswerForm.OK, null);
        post = Post.at(server.port(), login.credential().username(), login.secret(), false);
        access.change(alice.id(), with("Alpine", List.of(), List.of(), false, 5, null, false));
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void makesMessagesOfAMail() throws MessagingException {
        assertThat(post.send("It’s ready 👋\n-- \nAna", ANA, "+44-7700-900124@sms.test"))
                .isEmpty();

        assertThat(sent())
                .allSatisfy(message -> {
                    assertThat(message.channel()).isEqualTo(Channel.EMAIL);
                    assertThat(message.sender()).isEqualTo("Alpine");
                    assertThat(message.text()).isEqualTo("It’s ready 👋");
                })
                .extracting(Message::msisdn)
                .containsExactlyInAnyOrder("447700900123", "447700900124");
        assertThat(seen.latest(alice.id(), 9)).singleElement().satisfies(mail -> {
            assertThat(mail.status()).isEqualTo(250);
            assertThat(mail.submissionId()).isEqualTo(sent().getFirst().submissionId());
        });
    }

    @Test
    void makesThemOnceForAMailThatComesAgain() throws MessagingException {
        MimeMessage mail = post.mail("Hello");
        mail.saveChanges();

        assertThat(post.send(mail, ANA)).isEmpty();
        assertThat(post.send(mail, ANA)).isEmpty();
        assertThat(sent()).hasSize(1);

        assertThat(post.send(mail, BEN)).isEmpty();
        assertThat(sent()).hasSize(2);
    }

    @Test
    void encryptsAndTakesTheSecretThen() throws MessagingException {
        Post encrypted = Post.at(server.port(), login.credential().username(), login.secret(), true);

        assertThat(encrypted.send("Hello", ANA)).isEmpty();

        assertThat(sent()).hasSize(1);
    }

    @Test
    void choosesTheSenderByWhoWrites() throws MessagingException {
        String username = login.credential().username();
        List<SenderRule> rules = List.of(
                new SenderRule(username, "Login"),
                new SenderRule("@alpine.test", "Clinic"),
                new SenderRule("ana@alpine.test", "Ana"));

        for (int most = rules.size(); most > 0; most--) {
            access.change(alice.id(), with("Alpine", rules.subList(0, most), List.of(), true, 5, null, false));
            assertThat(post.send("Hello " + most, ANA)).isEmpty();
        }

        assertThat(sent()).extracting(Message::sender).containsExactly("Login", "Clinic", "Ana");
        assertThat(sent().getFirst().text()).isEqualTo("Ready\nHello 1");
    }

    @Test
    void saysWhyItRefuses() throws MessagingException {
        assertThat(Post.at(server.port(), login.credential().username(), "wrong", false)
                        .send("Hello", ANA))
                .contains("535 5.7.8");
        assertThat(Post.at(server.port(), null, null, false).send("Hello", ANA)).contains("530 5.7.0");
        assertThat(post.send("Hello", "12345@sms.test")).contains("553 5.1.3 \"12345\" is no number");
        assertThat(post.send("Hello", "ana@sms.test")).contains("553 5.1.3");
        assertThat(post.send("a".repeat(766), ANA)).contains("552 5.2.3 The text has 6 parts");
        assertThat(post.send("-- \nAna", ANA)).contains("550 5.6.0 The mail has no text");
        assertThat(post.send("a".repeat(1024 * 1024), ANA)).contains("552 5.3.4 The mail is larger than 1024 KB");
        access.change(alice.id(), with("Alpine", List.of(), List.of(new Writer("@other.test")), false, 5, null, false));
        assertThat(post.send("Hello", ANA)).contains("550 5.7.1 From <ana@alpine.test> is not allowed");
        assertThat(sent()).isEmpty();
        assertThat(seen.latest(alice.id(), 20))
                .extracting(SeenMail::status)
                .containsExactly(550, 552, 550, 552, 553, 553, 535);
    }

    @Test
    void takesNoMoreThanThereAreCreditsFor() throws MessagingException {
        access.change(alice.id(), with("Alpine", List.of(), List.of(), false, 3, null, false));
        String[] fifty = IntStream.range(0, 50)
                .mapToObj(i -> "4477009002%02d@sms.test".formatted(i))
                .toArray(String[]::new);

        assertThat(post.send("a".repeat(460), ANA)).contains("552 5.2.3 The text has 4 parts; 3 at most");
        assertThat(post.send("a".repeat(459), fifty)).contains("452 4.2.2 Not enough credits: it costs 150");
        assertThat(post.send("a".repeat(306), fifty)).isEmpty();
        assertThat(post.send("Hello", ANA)).contains("452 4.2.2 Not enough credits: it costs 1, there are 0");
        assertThat(sent()).hasSize(50);
    }

    @Test
    void takesFiftyNumbersAndNotOneMore() throws MessagingException {
        String[] oneMore = IntStream.range(0, 51)
                .mapToObj(i -> "4477009002%02d@sms.test".formatted(i))
                .toArray(String[]::new);

        assertThat(post.send("Hello", oneMore)).contains("452 Error: too many recipients");
        assertThat(sent()).isEmpty();
    }

    @Test
    void keepsToTheDay() throws MessagingException {
        access.change(alice.id(), with("Alpine", List.of(), List.of(), false, 5, 3, false));
        MimeMessage mail = post.mail("Hello");
        mail.saveChanges();

        assertThat(post.send(mail, ANA, BEN)).isEmpty();
        assertThat(post.send("Two more", ANA, BEN)).contains("452 4.7.1 The limit of 3 messages a day");
        assertThat(post.send("", ANA)).contains("550 5.6.0");
        assertThat(post.send("One more", ANA)).isEmpty();
        assertThat(post.send("And one", ANA)).contains("452 4.7.1");
        assertThat(post.send(mail, ANA, BEN)).isEmpty();
        assertThat(sent()).hasSize(3);
    }

    @Test
    void takesMailsToTheSecretAddressFromAnybody() throws MessagingException {
        Post anybody = Post.at(server.port(), null, null, false);
        String first = "447700900123." + secrets.replace(alice.id()) + "@sms.test";

        assertThat(anybody.send("Hello", first)).isEmpty();
        String second = "447700900123." + secrets.replace(alice.id()) + "@sms.test";
        assertThat(anybody.send("Hello", first)).isEmpty();
        assertThat(anybody.send("Hello", second)).isEmpty();
        secrets.close(alice.id());

        assertThat(anybody.send("Hello", first)).contains("550 5.1.1");
        assertThat(anybody.send("Hello", second)).contains("550 5.1.1");
        assertThat(sent()).hasSize(3);
    }

    @Test
    void takesNothingFromASuspendedCustomer() throws MessagingException {
        String address = "447700900123." + secrets.replace(alice.id()) + "@sms.test";
        tenants.suspend(alice.id());

        assertThat(Post.at(server.port(), null, null, false).send("Hello", address))
                .contains("550 5.7.1 This account is suspended");
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () -> assertThat(post.send("Hello", ANA)).contains("535 5.7.8 This account is suspended"));
    }

    @Test
    void tellsTheWriterWhatBecameOfIt() throws MessagingException {
        access.change(alice.id(), with("Alpine", List.of(), List.of(), false, 5, null, true));
        MimeMessage mail = post.mail("Hello");
        mail.setFrom("writer-" + alice.id() + "@alpine.test");

        assertThat(post.send(mail, ANA, "447700900001@sms.test")).isEmpty();

        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(outbox.latest("writer-" + alice.id() + "@alpine.test", 2))
                        .singleElement()
                        .satisfies(report -> {
                            assertThat(report.subject()).isEqualTo("Delivery report: 1 of 2 delivered");
                            assertThat(report.body())
                                    .contains("+447700900123: Delivered", "+447700900001: Not delivered", "Hello");
                        }));
        assertThat(outbox.latest("writer-" + alice.id() + "@alpine.test", 2))
                .extracting(Mail::tenantId)
                .containsExactly(alice.id());
    }

    private List<Message> sent() {
        return messages.page(alice.id(), MessageFilter.all(), null, 100);
    }

    private static EmailSettings with(
            String sender,
            List<SenderRule> rules,
            List<Writer> writers,
            boolean subject,
            int parts,
            @Nullable Integer day,
            boolean report) {
        return new EmailSettings(sender, rules, writers, subject, parts, day, report);
    }
}
