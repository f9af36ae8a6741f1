package io.heliograph.portal.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.Submissions;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class StatementIT {

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Submissions submissions;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient database;

    Tenant reseller;
    Tenant customer;
    Visitor alice;
    Message refused;

    @BeforeEach
    void aliceSentTwoOfWhichOneWasRefused() {
        reseller = people.reseller();
        customer = customers.with(reseller, 100);
        alice = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
        submissions.accept(new SubmissionRequest(
                customer.id(),
                Channel.BROWSER,
                null,
                null,
                "Alpine",
                "Hello",
                List.of("447700900123", "447700900003"),
                "two"));
        await().until(() -> messages.page(customer.id(), MessageFilter.all(), null, 2).stream()
                .allMatch(message -> message.state().isFinal()));
        refused = messages.page(customer.id(), MessageFilter.all(), null, 2).stream()
                .filter(message -> message.state() == MessageState.REFUSED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDayHasADoorToEachSendAndFromEachRefundToItsCharge() {
        LocalDate today = LocalDate.ofInstant(refused.acceptedAt(), ZoneOffset.UTC);
        String charge = "/messages?submission=" + refused.submissionId();

        assertThat(alice.visit("/credits/statement"))
                .bodyText()
                .contains("/credits/statement/day?day=" + today + "&amp;kind=sends", "kind=refunds");
        assertThat(alice.visit("/credits/statement/day?day=" + today + "&kind=sends"))
                .bodyText()
                .contains("2 messages from Alpine", charge, "−2")
                .doesNotContain("Refund of the message");
        assertThat(alice.visit("/credits/statement/day?day=" + today + "&kind=refunds"))
                .bodyText()
                .contains("Refund of the message to", "/messages/" + refused.id(), charge, "with 2 messages")
                .doesNotContain("from Alpine");
        assertThat(alice.visit("/credits/statement/day?day=" + today.minusDays(1)))
                .bodyText()
                .contains("Nothing of this kind on this day");
    }

    @Test
    void creditsHeldForWhatIsBeingCheckedStandApart() {
        assertThat(alice.visit("/credits/statement")).bodyText().doesNotContain("held");

        become("UNKNOWN", "DELIVERED");
        MvcTestResult statement = alice.visit("/credits/statement");
        become("DELIVERED", "UNKNOWN");

        assertThat(statement).bodyText().contains("1 credit is held.", "/messages?state=doubt");
    }

    @Test
    void aSellerSeesTheDayOfItsCustomerAndCharlieDoesNot() {
        Visitor seller = Visitor.signIn(portal, people.user(reseller.id(), Role.OWNER));
        Visitor charlie = Visitor.signIn(portal, people.user(people.reseller().id(), Role.OWNER));
        String day = "/customers/" + customer.id() + "/statement/day";

        assertThat(seller.visit(day))
                .bodyText()
                .contains("/customers/" + customer.id() + "/messages?submission=" + refused.submissionId());
        assertThat(charlie.visit(day)).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** By hand, as it takes hours without a report; put back, as the meter would not agree. */
    private void become(String state, String from) {
        database.sql("UPDATE messages_message SET state = ? WHERE tenant_id = ? AND state = ?")
                .params(state, RowIds.bytes(customer.id()), from)
                .update();
    }
}
