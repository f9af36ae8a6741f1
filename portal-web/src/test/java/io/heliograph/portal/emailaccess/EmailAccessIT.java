package io.heliograph.portal.emailaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.email.Answer;
import io.heliograph.email.EmailAccess;
import io.heliograph.email.EmailSettings;
import io.heliograph.email.SecretAddresses;
import io.heliograph.email.SeenMails;
import io.heliograph.email.SenderRule;
import io.heliograph.email.SmsAddress;
import io.heliograph.email.Writer;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class EmailAccessIT {

    private static final Pattern ADDRESS = Pattern.compile("id=\"address\"[^>]*>([^<]+)<");
    private static final String PAGE = "/email-access";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    EmailAccess access;

    @Autowired
    SecretAddresses secrets;

    @Autowired
    SeenMails seen;

    @Autowired
    Credentials credentials;

    Tenant customer;
    Tenant other;
    Visitor alice;

    @BeforeEach
    void aliceIsADeveloper() {
        Tenant reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        other = people.customerOf(reseller.id());
        alice = Visitor.signIn(browser, people.user(customer.id(), Role.OWNER));
    }

    @Test
    void keepsTheSettings() {
        String username = credentials
                .create(customer.id(), "Mail", AnswerForm.OK, null)
                .credential()
                .username();
        assertThat(alice.send(
                        PAGE,
                        "sender",
                        "Alpine",
                        "rules",
                        "Desk@Alpine.test = Desk\r\n\r\n" + username + "=+447700900555",
                        "writers",
                        "@alpine.test\nBen@home.test",
                        "subject",
                        "true",
                        "parts",
                        "2",
                        "day",
                        "500",
                        "report",
                        "true"))
                .hasStatus(HttpStatus.FOUND);

        assertThat(access.settings(customer.id()))
                .isEqualTo(new EmailSettings(
                        "Alpine",
                        List.of(new SenderRule("desk@alpine.test", "Desk"), new SenderRule(username, "+447700900555")),
                        List.of(new Writer("@alpine.test"), new Writer("ben@home.test")),
                        true,
                        2,
                        500,
                        true));
        assertThat(alice.visit(PAGE)).hasStatusOk().bodyText().contains("desk@alpine.test = Desk", "ben@home.test");
        assertThat(access.settings(other.id()).rules()).isEmpty();
        assertThat(alice.visit("/audit"))
                .hasStatusOk()
                .bodyText()
                .contains("desk@alpine.test = Desk", "@alpine.test, ben@home.test", "sender: Alpine")
                .doesNotContain("Secret address");
    }

    @Test
    void saysWhichLineIsWrongAndKeepsWhatWasTyped() {
        assertThat(alice.send(
                        PAGE,
                        "sender",
                        "Much too long",
                        "rules",
                        "nobody = Desk",
                        "writers",
                        "alpine",
                        "parts",
                        "6",
                        "day",
                        "0"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter a sender of 11 characters", "“nobody = Desk”", "“alpine”", "Choose 1 to 5 parts")
                .contains("Enter a whole number from 1", "Much too long");
        assertThat(access.settings(customer.id()).rules()).isEmpty();
    }

    @Test
    void showsTheSecretAddressOnce() throws Exception {
        assertThat(alice.send(PAGE + "/address")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(PAGE + "/address");
        MvcTestResult page = alice.visit(PAGE + "/address");
        Matcher shown = ADDRESS.matcher(page.getResponse().getContentAsString());

        assertThat(shown.find()).isTrue();
        String secret =
                String.valueOf(SmsAddress.parse(shown.group(1)).orElseThrow().secret());
        assertThat(secrets.owner(secret)).contains(customer.id());
        assertThat(alice.visit(PAGE + "/address"))
                .bodyText()
                .doesNotContain(secret)
                .contains("shown already");
        assertThat(alice.visit(PAGE)).bodyText().doesNotContain(secret).contains("works.");

        assertThat(alice.send(PAGE + "/address/closing")).hasStatus(HttpStatus.FOUND);
        assertThat(secrets.owner(secret)).isEmpty();
        assertThat(alice.visit("/audit"))
                .bodyText()
                .contains("New secret address", "Secret address for mails", "closed")
                .doesNotContain(secret);
    }

    @Test
    void listsRefusedMailsToTheirCustomerAlone() {
        seen.refused(customer.id(), "192.0.2.1", "ana@alpine.test", new Answer(553, "5.1.3", "\"12\" is no number"));
        Visitor charlie = Visitor.signIn(browser, people.user(other.id(), Role.OWNER));

        assertThat(alice.visit(PAGE)).bodyText().contains("192.0.2.1", "ana@alpine.test", "is no number", "Refused");
        assertThat(charlie.visit(PAGE)).hasStatusOk().bodyText().doesNotContain("192.0.2.1", "is no number");
    }

    @Test
    void viewersReadAndChangeNothing() {
        Visitor bob = Visitor.signIn(browser, people.user(customer.id(), Role.VIEWER));

        assertThat(bob.visit(PAGE))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Save the settings", "Make a secret address");
        assertThat(bob.send(PAGE, "sender", "Mine", "parts", "5")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(bob.send(PAGE + "/address")).hasStatus(HttpStatus.FORBIDDEN);
    }
}
