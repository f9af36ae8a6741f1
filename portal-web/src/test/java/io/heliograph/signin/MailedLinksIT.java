package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import io.heliograph.mail.Mail;
import io.heliograph.mail.Outbox;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.PasswordResets;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class MailedLinksIT {

    private static final String NEW_PASSWORD = "four words of my own";
    private static final Pattern PATH = Pattern.compile("https?://[^/]+(/\\S+)");

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    PasswordResets resets;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void invitedPersonChoosesAPasswordOnceAndSignsIn() {
        Tenant reseller = people.reseller();
        Tenant customer = people.customerOf(reseller.id());
        User bob = invitations.invite(customer.id(), new NewUser(address(), "Bob", Role.VIEWER));
        String path = linkTo(bob.email());

        assertThat(browser.perform(get(path))).hasStatusOk().bodyText().contains(customer.name(), reseller.name());
        assertThat(accept(path)).hasStatus(HttpStatus.FOUND);

        assertThat(signIn(bob.email())).hasStatus(HttpStatus.FOUND);
        assertThat(accept(path)).hasStatusOk().bodyText().contains("no longer works");
    }

    @Test
    void invitationsAreSentInTheNameOfTheResellerAndNameNobodyAbove() {
        Tenant reseller = people.reseller();
        Tenant customer = people.customerOf(reseller.id());

        User bob = invitations.invite(customer.id(), new NewUser(address(), "Bob", Role.VIEWER));

        Mail mail = outbox.latest(bob.email(), 1).getFirst();
        assertThat(mail.sender()).isEqualTo(reseller.name());
        assertThat(mail.subject() + mail.body()).contains(reseller.name()).doesNotContainIgnoringCase("heliograph");
    }

    @Test
    void shortPasswordIsRefusedAndTheLinkStillWorks() {
        Tenant customer = people.customerOf(people.reseller().id());
        User bob = invitations.invite(customer.id(), new NewUser(address(), "Bob", Role.VIEWER));
        String path = linkTo(bob.email());

        MvcTestResult result = browser.perform(
                post(path).param("name", "Bob").param("password", "short").with(csrf()));

        assertThat(result)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("12 characters");
        assertThat(accept(path)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void resetLinkWorksOnceWithinTheHourAndTheLatestOnly() {
        User alice = people.user(people.customerOf(people.reseller().id()).id(), Role.OWNER);
        resets.request(alice.email());
        String first = linkTo(alice.email());
        resets.request(alice.email());
        String second = linkTo(alice.email());

        assertThat(reset(first)).bodyText().contains("no longer works");
        assertThat(reset(second)).hasStatus(HttpStatus.FOUND);
        assertThat(reset(second)).bodyText().contains("no longer works");
        assertThat(signIn(alice.email())).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void resetLinkIsOverAfterAnHour() {
        User alice = people.user(people.customerOf(people.reseller().id()).id(), Role.OWNER);
        resets.request(alice.email());

        jdbc.sql("UPDATE tenants_mail_link SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE user_id = ?")
                .param(RowIds.bytes(alice.id()))
                .update();

        assertThat(reset(linkTo(alice.email()))).bodyText().contains("no longer works");
    }

    @Test
    void newPasswordEndsTheSessionsOfTheOldOne() {
        User alice = people.user(people.customerOf(people.reseller().id()).id(), Role.OWNER);
        Cookie session = Objects.requireNonNull(browser.perform(post("/login")
                        .param("username", alice.email())
                        .param("password", People.PASSWORD)
                        .with(csrf()))
                .getResponse()
                .getCookie("session"));
        resets.request(alice.email());

        reset(linkTo(alice.email()));

        assertThat(browser.perform(get("/").cookie(session).accept("text/html")))
                .hasStatus(HttpStatus.FOUND);
    }

    @Test
    void nobodyIsMailedForAnUnknownAddress() {
        String address = address();

        assertThat(browser.perform(
                        post("/password/forgot").param("email", address).with(csrf())))
                .hasStatus(HttpStatus.FOUND);
        resets.request(address);

        assertThat(outbox.latest(address, 1)).isEmpty();
    }

    private MvcTestResult accept(String path) {
        return browser.perform(
                post(path).param("name", "Bob").param("password", NEW_PASSWORD).with(csrf()));
    }

    private MvcTestResult reset(String path) {
        return browser.perform(post(path).param("password", NEW_PASSWORD).with(csrf()));
    }

    private MvcTestResult signIn(String email) {
        return browser.perform(post("/login")
                .param("username", email)
                .param("password", NEW_PASSWORD)
                .with(csrf()));
    }

    private String linkTo(String email) {
        Matcher matcher = PATH.matcher(outbox.latest(email, 1).getFirst().body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String address() {
        return "someone-" + RowIds.next() + "@example.test";
    }
}
