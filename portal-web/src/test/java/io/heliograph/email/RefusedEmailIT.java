package io.heliograph.email;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each mail that is refused, with the status that says why, and the near side of each limit. */
class RefusedEmailIT extends EmailTest {

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
        assertThat(post.send("a\n".repeat(1_000_000), ANA)).contains("552 5.3.4 The mail is larger than 1024 KB");
        access.change(alice.id(), with("Alpine", List.of(), List.of(new Writer("@other.test")), false, 5, null, false));
        assertThat(post.send("Hello", ANA)).contains("550 5.7.1 From <ana@alpine.test> is not allowed");
        assertThat(sent()).isEmpty();
        assertThat(seen.latest(alice.id(), 20))
                .extracting(SeenMail::status)
                .containsExactly(550, 552, 552, 550, 552, 553, 553, 535);
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
        assertThat(post.send("Hello", ANA)).contains("452 4.2.2 Not enough credits: it costs 1, you have 0");
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
    void takesNothingFromASuspendedCustomer() throws MessagingException {
        String address = "447700900123." + secrets.replace(alice.id()) + "@sms.test";
        tenants.suspend(alice.id());

        assertThat(Post.at(server.port(), null, null, false).send("Hello", address))
                .contains("550 5.7.1 This account is suspended");
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () -> assertThat(post.send("Hello", ANA)).contains("535 5.7.8 This account is suspended"));
    }
}
