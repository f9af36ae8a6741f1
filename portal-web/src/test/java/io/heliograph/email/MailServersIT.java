package io.heliograph.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.CredentialKind;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.NewCredential;
import io.heliograph.email.smtp.OtherNode;
import io.heliograph.tls.SelfMadeKey;
import io.heliograph.tls.TlsBundle;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.ApplicationContext;

/** Two mail servers on one database, and what an operator may set. */
class MailServersIT extends EmailTest {

    @Autowired
    ApplicationContext portal;

    @Autowired
    SslBundles bundles;

    @TempDir
    Path home;

    @Test
    void showsTheOperatorsCertificateAndTakesNoSecretBefore() throws Exception {
        SelfMadeKey key = new SelfMadeKey(home.resolve("mail.p12"));
        SslBundle bundle = SslBundle.of(SslStoreBundle.of(key.store(), SelfMadeKey.PASSWORD, key.store()));
        ((SslBundleRegistry) bundles).registerBundle("mail", bundle);
        SSLSocketFactory trusting = TlsBundle.calling("test", "mail", bundles).sockets();
        try (OtherNode node = OtherNode.start(portal, "mail")) {
            String username = login.credential().username();

            assertThat(Post.at(node.port(), username, login.secret(), false).send("In clear", ANA))
                    .isNotEmpty();
            assertThat(Post.trusting(node.port(), username, login.secret(), (SSLSocketFactory)
                                    SSLSocketFactory.getDefault())
                            .send("To a stranger", ANA))
                    .isNotEmpty();
            assertThat(Post.trusting(node.port(), username, login.secret(), trusting)
                            .send("Hello", ANA))
                    .isEmpty();
        }
        assertThat(sent())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("Hello"));
    }

    @Test
    void makesMessagesOnceOfAMailThatComesToBothAtTheSameTime() throws Exception {
        try (OtherNode node = OtherNode.start(portal, null)) {
            String address = "447700900123." + secrets.replace(alice.id()) + "@sms.test";
            List<Post> posts =
                    List.of(Post.at(server.port(), null, null, false), Post.at(node.port(), null, null, false));
            MimeMessage mail = post.mail("Hello");
            mail.saveChanges();
            String id = mail.getMessageID();

            List<CompletableFuture<String>> said = posts.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> sent(one, id, address)))
                    .toList();

            assertThat(said).allSatisfy(answer -> assertThat(answer.join()).isEmpty());
        }
        assertThat(sent()).hasSize(1);
    }

    @Test
    void takesSoManyMailsOnAConnectionAndNoMore() throws Exception {
        try (OtherNode node = OtherNode.start(portal, null)) {
            String address = "447700900123." + secrets.replace(alice.id()) + "@sms.test";
            Post anybody = Post.at(node.port(), null, null, false);

            List<String> said = anybody.sendOnOneConnection(address, List.of("One", "Two", "Three"));

            assertThat(said.subList(0, OtherNode.MOST_MAILS)).containsOnly("");
            assertThat(said.getLast()).contains("421 4.7.0 Enough mails on this connection");
            assertThat(anybody.send("Three", address)).isEmpty();
        }
        assertThat(sent()).hasSize(3);
    }

    @Test
    void believesTheProxyInFrontOfIt() throws Exception {
        IssuedCredential far = credentials.create(
                alice.id(),
                new NewCredential(
                        CredentialKind.LOGIN,
                        "Far",
                        AnswerForm.OK,
                        new Limits(Set.of(), AddressList.parse("203.0.113.0/24 2001:db8::/32"), null),
                        null));
        String plain = "\0" + far.credential().username() + "\0" + far.secret();
        String auth = "AUTH PLAIN " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        try (OtherNode node = OtherNode.behindProxy(portal)) {
            assertThat(answerTo(node, "PROXY TCP4 203.0.113.9 127.0.0.1 4711 25", auth))
                    .startsWith("235");
            assertThat(answerTo(node, "PROXY TCP6 2001:db8::9 ::1 4711 25", auth))
                    .startsWith("235");
            assertThat(answerTo(node, "PROXY TCP4 203.0.114.9 127.0.0.1 4711 25", auth))
                    .startsWith("535");
        }
    }

    private String sent(Post by, String id, String address) {
        try {
            MimeMessage mail = new MimeMessage(post.mail("Hello")) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", id);
                }
            };
            mail.saveChanges();
            return by.send(mail, address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** What a server says to a command from who comes through a proxy. */
    private static String answerTo(OtherNode node, String proxy, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((proxy + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(said.readLine()).startsWith("220");
            socket.getOutputStream()
                    .write(("EHLO there\r\n" + command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return said.lines()
                    .filter(line -> line.startsWith("235") || line.startsWith("5"))
                    .findFirst()
                    .orElse("");
        }
    }
}
