package io.heliograph.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.accounts.CreditMoves;
import io.heliograph.audit.Act.Topic;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class AuditLogIT {

    @Autowired
    AuditLog audit;

    @Autowired
    People people;

    @Autowired
    Users users;

    @Autowired
    Credentials credentials;

    @Autowired
    CreditMoves moves;

    @Autowired
    Transactions transactions;

    @Autowired
    MockMvcTester browser;

    Tenant reseller;
    Tenant customer;
    User alice;

    @BeforeEach
    void aliceOwnsACustomer() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = people.user(customer.id(), Role.OWNER);
    }

    @Test
    void keepsAnEntryWithItsActOrNeither() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    credentials.create(customer.id(), "Shop", AnswerForm.OK, alice.id());
                    throw new IllegalStateException("after the act");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(acts(customer.id(), Topic.KEYS)).isEmpty();

        credentials.create(customer.id(), "Shop", AnswerForm.OK, alice.id());

        assertThat(acts(customer.id(), Topic.KEYS)).containsExactly(Act.KEY_MADE);
    }

    @Test
    void isReadByThoseAboveAndNobodyElse() {
        users.changeRole(customer.id(), people.user(customer.id(), Role.VIEWER).id(), Role.SENDER);
        UUID operator = people.tenantOf("operator@heliograph.test");

        assertThat(acts(customer.id(), Topic.PEOPLE)).contains(Act.ROLE_CHANGED);
        assertThat(acts(reseller.id(), Topic.PEOPLE)).contains(Act.ROLE_CHANGED);
        assertThat(audit.page(operator, new AuditFilter(Topic.PEOPLE, null, customer.id(), null, null), null, 10))
                .isNotEmpty();
        assertThat(acts(people.customerOf(reseller.id()).id(), Topic.PEOPLE)).isEmpty();
        assertThat(acts(people.reseller().id(), Topic.PEOPLE)).isEmpty();
    }

    @Test
    void writesAMoveOfCreditsOnceForItsKey() {
        UUID operator = people.tenantOf("operator@heliograph.test");
        String key = "audit-" + RowIds.next();

        moves.give(operator, reseller, Credits.of(5), key, null, alice.id());
        moves.give(operator, reseller, Credits.of(5), key, null, alice.id());

        assertThat(audit.page(reseller.id(), new AuditFilter(Topic.MONEY, null, null, null, null), null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.what().detail()).isEqualTo("5"));
    }

    @Test
    void pagesByTheLastEntry() {
        for (int i = 0; i < 3; i++) {
            credentials.create(customer.id(), "Key " + i, AnswerForm.OK, alice.id());
        }

        AuditFilter keys = new AuditFilter(Topic.KEYS, null, null, null, null);
        List<AuditEntry> first = audit.page(customer.id(), keys, null, 2);
        List<AuditEntry> rest = audit.page(customer.id(), keys, first.getLast().id(), 2);

        assertThat(first).extracting(entry -> entry.what().subject()).containsExactly("Key 2", "Key 1");
        assertThat(rest).extracting(entry -> entry.what().subject()).containsExactly("Key 0");
    }

    @Test
    void findsNamesAsTheyAreTyped() {
        credentials.create(customer.id(), "100% Shop_1", AnswerForm.OK, alice.id());

        assertThat(audit.page(customer.id(), named("100%"), null, 10)).hasSize(1);
        assertThat(audit.page(customer.id(), named("100_"), null, 10)).isEmpty();
    }

    @Test
    void pageShowsFailedSignInsWithTheirAddressAndHidesPeopleAbove() {
        Visitor visitor = Visitor.signIn(browser, alice);
        User rita = people.user(reseller.id(), Role.OWNER);
        Visitor seller = Visitor.signIn(browser, rita);
        assertThat(seller.send("/customers/" + customer.id() + "/details", "name", "Renamed", "zone", "UTC"))
                .hasStatus(HttpStatus.FOUND);

        assertThat(visitor.visit("/audit?topic=SIGN_IN"))
                .hasStatusOk()
                .bodyText()
                .contains("signed in", "127.0.0.1");
        assertThat(visitor.visit("/audit?topic=SETTINGS"))
                .hasStatusOk()
                .bodyText()
                .contains("Details of Renamed changed", reseller.name())
                .doesNotContain("127.0.0.1");
        assertThat(seller.visit("/audit?topic=SETTINGS")).bodyText().contains("127.0.0.1");
    }

    private List<Act> acts(UUID readerId, Topic topic) {
        return audit.page(readerId, new AuditFilter(topic, null, null, null, null), null, 50).stream()
                .map(entry -> entry.what().act())
                .toList();
    }

    private static AuditFilter named(String text) {
        return new AuditFilter(null, text, null, null, null);
    }
}
