package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.audit.Act;
import io.heliograph.audit.Actor;
import io.heliograph.audit.AuditEntry;
import io.heliograph.audit.AuditFilter;
import io.heliograph.audit.AuditLog;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class StandInIT {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Users users;

    @Autowired
    StandIns standIns;

    @Autowired
    Principals principals;

    @Autowired
    AuditLog audit;

    Tenant reseller;
    Tenant customer;
    User alice;
    User rita;
    Visitor seller;

    @BeforeEach
    void ritaOwnsTheResellerOfAlice() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = people.user(customer.id(), Role.OWNER);
        rita = people.user(reseller.id(), Role.OWNER);
        seller = Visitor.signIn(browser, rita);
    }

    @Test
    void seesWhatThePersonSeesUnderABarUntilLeaving() {
        assertThat(seller.send(path(customer, alice))).hasStatus(HttpStatus.FOUND);

        assertThat(seller.visit("/messages")).hasStatusOk().bodyText().contains("You are signed in as", "Leave");
        assertThat(seller.visit("/customers")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(seller.send("/stand-in/leaving")).hasStatus(HttpStatus.FOUND);
        assertThat(seller.visit("/customers"))
                .hasStatusOk()
                .bodyText()
                .contains(customer.name())
                .doesNotContain("You are signed in as");
    }

    @Test
    void neitherSendsNorPaysNorSeesKeysNorChangesWhoSignsIn() {
        seller.send(path(customer, alice));

        assertThat(List.of(
                        seller.visit("/send"),
                        seller.send("/send"),
                        seller.send("/credits/purchases"),
                        seller.visit("/api-access"),
                        seller.visit("/api-access/credentials/new"),
                        seller.visit("/api-access/smpp"),
                        seller.visit("/email-access"),
                        seller.send("/webhooks", "url", "http://127.0.0.1:9/", "format", "standard"),
                        seller.visit("/people/new"),
                        seller.visit("/security"),
                        seller.visit("/security/password"),
                        seller.visit("/audit")))
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.FORBIDDEN));
    }

    @Test
    void cannotTryThePasswordOfThePerson() {
        seller.send(path(customer, alice));

        assertThat(seller.send("/login/second/password", "password", People.PASSWORD))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/login");
    }

    @Test
    void isWrittenDownWithBothPeople() {
        seller.send(path(customer, alice));
        seller.send("/stand-in/leaving");

        List<AuditEntry> entries =
                audit.page(customer.id(), new AuditFilter(Act.Topic.STAND_IN, null, null, null, null), null, 10);
        assertThat(entries).extracting(entry -> entry.what().act()).containsExactly(Act.STAND_IN_LEFT, Act.STOOD_IN);
        assertThat(entries.getFirst().actor().who()).isEqualTo(person(alice));
        assertThat(entries.getFirst().actor().behind()).isEqualTo(person(rita));
        assertThat(entries.getLast().actor().who()).isEqualTo(person(rita));
        assertThat(entries.getLast().what().subjectId()).isEqualTo(alice.id());
    }

    @Test
    void endsAfterAnHour() {
        SignedIn other = principals.current(alice.id()).orElseThrow();
        Instant now = Instant.now();

        assertThat(standIns.current(other.with(standIn(now.plusSeconds(60)))))
                .map(SignedIn::userId)
                .contains(alice.id());
        assertThat(standIns.current(other.with(standIn(now.minusSeconds(1)))))
                .map(SignedIn::userId)
                .contains(rita.id());
    }

    @Test
    void endsWhenThePersonIsDisabledOrTheSellerLosesTheRole() {
        people.user(customer.id(), Role.OWNER);
        people.user(reseller.id(), Role.OWNER);
        seller.send(path(customer, alice));

        users.changeRole(reseller.id(), rita.id(), Role.VIEWER);

        assertThat(seller.visit("/messages")).hasStatus(HttpStatus.FOUND);
        assertThat(seller.visit("/customers")).hasStatusOk();
    }

    @Test
    void charlieGets404() {
        Tenant elsewhere = people.customerOf(people.reseller().id());
        User charlie = people.user(elsewhere.id(), Role.OWNER);
        User colleague = people.user(reseller.id(), Role.ADMIN);

        assertThat(List.of(
                        seller.send(path(elsewhere, charlie)),
                        seller.send(path(customer, charlie)),
                        seller.send(path(reseller, colleague)),
                        Visitor.signIn(browser, alice).send(path(reseller, rita))))
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.NOT_FOUND));
    }

    private static Actor.Person person(User user) {
        return new Actor.Person(user.id(), user.tenantId(), user.name());
    }

    private StandIn standIn(Instant until) {
        return new StandIn(rita.id(), reseller.id(), rita.name(), reseller.name(), until);
    }

    private static String path(Tenant tenant, User user) {
        return "/customers/" + tenant.id() + "/people/" + user.id() + "/stand-ins";
    }
}
