package io.heliograph.email;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.mail.Mail;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails from a real mail library, over a socket, to messages. */
class EmailIT extends EmailTest {

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
}
