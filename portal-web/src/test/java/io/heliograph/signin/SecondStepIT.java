package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.portal.Visitor;
import io.heliograph.protection.AuthenticatorApps;
import io.heliograph.protection.RecoveryCodes;
import io.heliograph.protection.SecondSteps;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class SecondStepIT {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    AuthenticatorApps apps;

    @Autowired
    RecoveryCodes recovery;

    @Autowired
    SecondSteps steps;

    @Autowired
    Principals principals;

    Tenant customer;
    User alice;

    @BeforeEach
    void aliceOwnsACustomer() {
        customer = people.customerOf(people.reseller().id());
        alice = people.user(customer.id(), Role.OWNER);
    }

    @Test
    void passwordAloneOpensNothingOnceThereIsASecondStep() throws Exception {
        String seed = app(alice);
        Visitor visitor = Visitor.signIn(browser, alice);

        assertLeads(visitor.visit("/messages"), "/login/second");
        assertThat(visitor.send("/login/second", "code", "000000")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Visitor further = renewed(visitor.send("/login/second", "code", code(seed, 30)));
        assertThat(further.visit("/messages")).hasStatusOk();
    }

    @Test
    void sessionGetsANewIdWithTheSecondStep() throws Exception {
        String seed = app(alice);
        Visitor visitor = Visitor.signIn(browser, alice);

        Visitor further = renewed(visitor.send("/login/second", "code", code(seed, 30)));

        assertThat(further.session().getValue()).isNotEqualTo(visitor.session().getValue());
        assertLeads(visitor.visit("/messages"), "/login");
    }

    @Test
    void triesAreCounted() throws Exception {
        String seed = app(alice);
        Visitor visitor = Visitor.signIn(browser, alice);
        for (int i = 0; i < StepChecks.TRIES; i++) {
            visitor.send("/login/second", "code", "00000x");
        }

        assertThat(visitor.send("/login/second", "code", code(seed, 30))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void lastTryOfTheCountStillOpens() throws Exception {
        String seed = app(alice);
        Visitor visitor = Visitor.signIn(browser, alice);
        for (int i = 1; i < StepChecks.TRIES; i++) {
            visitor.send("/login/second", "code", "00000x");
        }

        assertThat(visitor.send("/login/second", "code", code(seed, 30))).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void recoveryCodeIsTheWayInWithoutADevice() throws Exception {
        app(alice);
        String code = recovery.make(alice).getFirst();
        Visitor visitor = Visitor.signIn(browser, alice);

        Visitor further = renewed(visitor.send("/login/second/recovery", "code", code));

        assertThat(further.visit("/security")).hasStatusOk().bodyText().contains("9 left");
    }

    @Test
    void passwordIsNoSecondStep() throws Exception {
        app(alice);
        Visitor visitor = Visitor.signIn(browser, alice);

        assertThat(visitor.send("/login/second/password", "password", People.PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertLeads(visitor.visit("/messages"), "/login/second");
    }

    @Test
    void ruleOfAResellerHoldsForAllBelowUntilTheyHaveSetUpOne() {
        steps.require(Objects.requireNonNull(customer.parentId()), true);
        Visitor visitor = Visitor.signIn(browser, alice);

        assertLeads(visitor.visit("/messages"), "/security");
        assertThat(visitor.visit("/security")).hasStatusOk().bodyText().contains("requires a second step");
        steps.require(customer.parentId(), false);
        assertThat(visitor.visit("/messages")).hasStatusOk();
    }

    @Test
    void whatProtectsASignInIsChangedByAFreshOneAlone() {
        assertThat(visitSince(Factors.FRESH.minusMinutes(1), "/security/password"))
                .hasStatusOk();
        assertLeads(visitSince(Factors.FRESH.plusMinutes(1), "/security/password"), "/login/second");
        assertThat(visitSince(Factors.FRESH.plusMinutes(1), "/security")).hasStatusOk();
    }

    @Test
    void ownerResetsWhoLostEverythingAndTheirSessionsEnd() throws Exception {
        User bob = people.user(customer.id(), Role.ADMIN);
        app(bob);
        Visitor his = Visitor.signIn(browser, bob);
        Visitor owner = Visitor.signIn(browser, alice);

        assertThat(his.send("/people/" + alice.id() + "/step-resets")).hasStatus(HttpStatus.FOUND); // not past the step
        assertThat(owner.send("/people/" + bob.id() + "/step-resets")).hasStatus(HttpStatus.FOUND);

        assertThat(steps.of(bob.id()).any()).isFalse();
        assertLeads(his.visit("/messages"), "/login");
        assertThat(Visitor.signIn(browser, bob).send("/people/" + alice.id() + "/step-resets"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() throws Exception {
        Visitor here = Visitor.signIn(browser, alice);
        Visitor there = Visitor.signIn(browser, alice);

        assertThat(here.visit("/security")).bodyText().contains("This one").contains("/ending");
        assertThat(here.send("/security/sessions/endings")).hasStatus(HttpStatus.FOUND);

        assertLeads(there.visit("/messages"), "/login");
        assertThat(here.visit("/messages")).hasStatusOk();
    }

    @Test
    void newPasswordSignsOutEverywhere() {
        Visitor here = Visitor.signIn(browser, alice);
        Visitor there = Visitor.signIn(browser, alice);

        assertThat(here.send("/security/password", "password", "short")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(here.send("/security/password", "password", "four words of my own"))
                .hasStatus(HttpStatus.FOUND);

        assertLeads(here.visit("/messages"), "/login");
        assertLeads(there.visit("/messages"), "/login");
    }

    /** A page, for Alice who signed in so long ago. */
    private MvcTestResult visitSince(Duration ago, String path) {
        FactorGrantedAuthority password = FactorGrantedAuthority.withAuthority(Factors.PASSWORD)
                .issuedAt(Instant.now().minus(ago))
                .build();
        SignedIn who = principals.current(alice.id()).orElseThrow();
        return browser.perform(
                get(path).accept("text/html").with(authentication(new SignInToken(who, List.of(password)))));
    }

    private String app(User user) throws InvalidKeyException {
        String seed = apps.seed(user.id()).orElseThrow();
        assertThat(apps.confirm(user, code(seed, 0))).isTrue();
        return seed;
    }

    /** The code of the app, so many seconds from now. */
    private static String code(String seed, int later) throws InvalidKeyException {
        TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();
        SecretKeySpec key = new SecretKeySpec(new Base32().decode(seed), app.getAlgorithm());
        return app.generateOneTimePasswordString(key, Instant.now().plusSeconds(later));
    }

    private Visitor renewed(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        return new Visitor(browser, Objects.requireNonNull(answer.getResponse().getCookie("session")));
    }

    private static void assertLeads(MvcTestResult answer, String path) {
        assertThat(answer).hasStatus(HttpStatus.FOUND);
        assertThat(answer.getResponse().getRedirectedUrl()).endsWith(path);
    }
}
