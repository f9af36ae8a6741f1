package io.heliograph.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import io.heliograph.mail.Outbox;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Alice is a reseller with a customer; Charlie is another reseller. */
@PortalTest
class BrandIT {

    private static final Pattern THEME = Pattern.compile("href=\"(/theme/[^\"]+\\.css)\"");
    private static final Pattern LOGO = Pattern.compile("src=\"(/theme/[^\"]+\\.svg)\"");
    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><path d='M0 0h9v9'/></svg>";

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Invitations invitations;

    @Autowired
    Outbox outbox;

    String host;
    Tenant reseller;
    Tenant customer;
    Visitor alice;
    Visitor aliceCustomer;
    Visitor charlie;

    @BeforeEach
    void resellersAndCustomers() {
        host = "sms-" + RowIds.next() + ".test";
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = Visitor.signIn(portal, people.user(reseller.id(), Role.OWNER));
        aliceCustomer = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
        charlie = Visitor.signIn(portal, people.user(people.reseller().id(), Role.OWNER));
    }

    @Test
    void isOnAllPagesOfTheCustomersAndOnNobodyElses() throws UnsupportedEncodingException {
        brand("Sunline", "#7a1fa2");
        upload("logo", DRAWING);

        String page = body(aliceCustomer.visit("/messages"));

        assertThat(page).contains("alt=\"Sunline\"", "help@sunline.test", "· Sunline</title>");
        assertThat(page.replace("/css/heliograph", "")).doesNotContainIgnoringCase("heliograph", "1s2u");
        assertThat(portal.get().uri(first(THEME, page)).exchange())
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .bodyText()
                .contains("--tblr-primary: #7a1fa2", "--tblr-primary-fg: #ffffff");
        assertThat(body(charlie.visit("/"))).doesNotContain("Sunline");
    }

    @Test
    void servesACleanedLogoToAnyoneWhoKnowsItsName() throws UnsupportedEncodingException {
        upload("logo", DRAWING);
        String path = first(LOGO, body(alice.visit("/brand")));

        MvcTestResult logo = portal.get().uri(path).exchange();

        assertThat(logo).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(logo.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(logo.getResponse().getContentType()).isEqualTo("image/svg+xml");
        assertThat(body(logo)).contains("M0 0h9v9").doesNotContain("onload");
    }

    @Test
    void charlieGets404ForPicturesUnderHisOwnId() throws UnsupportedEncodingException {
        upload("logo", DRAWING);
        String path = first(LOGO, body(alice.visit("/brand")));
        UUID other = people.reseller().id();

        assertThat(portal.get().uri(path.replace(reseller.id().toString(), other.toString())))
                .hasStatus(404);
        assertThat(portal.get().uri("/theme/" + other + "-0123456789abcdef.css"))
                .hasStatus(404);
        assertThat(portal.get().uri("/theme/" + customer.id() + "-0123456789abcdef.css"))
                .hasStatus(404);
        alice.send("/brand/logo/removal");
        assertThat(portal.get().uri(path)).hasStatus(404);
        assertThat(body(alice.visit("/brand"))).doesNotContain("/theme/" + reseller.id());
    }

    @Test
    void earlierColoursAreNotKept() throws UnsupportedEncodingException {
        brand("Sunline", "#7a1fa2");
        String before = first(THEME, body(alice.visit("/")));
        brand("Sunline", "#ffd400");
        String after = first(THEME, body(alice.visit("/")));

        assertThat(after).isNotEqualTo(before);
        assertThat(portal.get().uri(before).exchange())
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains("#ffd400", "--tblr-primary-fg: #16202e");
    }

    @Test
    void isOnTheSignInPageOfItsHostAndInMailsOnceTheHostWasReached() throws UnsupportedEncodingException {
        brand("Sunline", "");

        assertThat(body(alice.visit("/brand"))).contains("Not reached yet");
        assertThat(invitationMail()).contains("http://localhost").doesNotContain(host);
        String signIn = body(portal.perform(get(URI.create("http://" + host.toUpperCase(Locale.ROOT) + "/login"))));
        String missing = body(portal.perform(get(URI.create("http://" + host + "/password/reset/none"))));

        assertThat(signIn).contains("Sunline", "help@sunline.test").doesNotContain("Heliograph", "Northwind");
        assertThat(missing).contains("Sunline").doesNotContain("Heliograph");
        assertThat(body(alice.visit("/brand"))).contains("In use");
        assertThat(invitationMail()).contains("http://" + host + ":").contains("on Sunline");
        assertThat(outbox.latest(null, 1).getFirst().sender()).isEqualTo("Sunline Mail");
        assertThat(body(aliceCustomer.visit("/api-access"))).contains("http://" + host + ":");
        assertThat(body(portal.perform(get("/login")))).contains("· Heliograph</title>");
    }

    @Test
    void isRememberedByTheBrowserAfterTheSignIn() throws UnsupportedEncodingException {
        brand("Sunline", "");
        var cookie =
                Objects.requireNonNull(aliceCustomer.visit("/").getResponse().getCookie("brand"));

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(body(portal.perform(get("/login").cookie(cookie)))).contains("Sunline");
        cookie.setValue("nonsense");
        assertThat(body(portal.perform(get("/login").cookie(cookie)))).contains("· Heliograph</title>");
    }

    @Test
    void aHostBelongsToOnePortal() throws UnsupportedEncodingException {
        brand("Sunline", "");

        MvcTestResult taken = charlie.send("/brand", "host", host);

        assertThat(taken).hasStatus(422);
        assertThat(body(taken)).contains("This one belongs to another portal", "value=\"" + host + "\"");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws UnsupportedEncodingException {
        MvcTestResult wrong = alice.send(
                "/brand", "accent", "purple", "supportEmail", "nobody", "host", "a b", "name", "x".repeat(81));

        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong))
                .contains("six digits", "help@example.com", "without a path", "80 characters", "value=\"purple\"");
        assertThat(tenants.get(reseller.id()).brand().accent()).isNull();
        assertThat(upload("logo", "GIF89a")).hasStatus(422);
        assertThat(upload("icon", "<svg xmlns='http://www.w3.org/2000/svg'/>")).hasStatus(422);
        assertThat(alice.send("/brand/logo")).hasStatus(422);
    }

    @Test
    void tellsWhatAColourBecomes() throws UnsupportedEncodingException {
        assertThat(body(alice.visit("/brand/preview?accent=%23ffd400")))
                .contains("/theme/preview-ffd400.css", "is black", "too light for links")
                .doesNotContain("<html");
        assertThat(body(alice.visit("/brand/preview?accent=none"))).contains("Enter a colour to see it here.");
        assertThat(portal.get().uri("/theme/preview-ffd400.css").exchange())
                .hasStatusOk()
                .bodyText()
                .startsWith(".preview-ffd400 {");
    }

    private void brand(String name, String accent) {
        MvcTestResult saved = alice.send(
                "/brand",
                "name",
                name,
                "accent",
                accent,
                "supportEmail",
                "help@sunline.test",
                "mailSender",
                "Sunline Mail",
                "host",
                host);
        assertThat(saved).hasStatus(302);
    }

    private MvcTestResult upload(String kind, String content) {
        var file =
                new MockMultipartFile(kind, kind + ".svg", "image/svg+xml", content.getBytes(StandardCharsets.UTF_8));
        return portal.perform(multipart("/brand/" + kind)
                .file(file)
                .accept("text/html")
                .cookie(alice.session())
                .with(csrf()));
    }

    private String invitationMail() {
        String email = "invited-" + RowIds.next() + "@example.test";
        invitations.invite(customer.id(), new NewUser(email, "Ivy", Role.VIEWER));
        var mail = outbox.latest(email, 1).getFirst();
        return mail.subject() + "\n" + mail.body();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
