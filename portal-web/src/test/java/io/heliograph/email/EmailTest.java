package io.heliograph.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.ledger.Proof;
import io.heliograph.mail.Outbox;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer with a login for its mail program, and 100 credits; after each test the ledger is proved. */
@PortalTest
abstract class EmailTest {

    static final String ANA = "447700900123@sms.test";
    static final String BEN = "447700900124@sms.test";

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Credentials credentials;

    @Autowired
    EmailAccess access;

    @Autowired
    SecretAddresses secrets;

    @Autowired
    SeenMails seen;

    @Autowired
    MailServer server;

    @Autowired
    Messages messages;

    @Autowired
    Tenants tenants;

    @Autowired
    Outbox outbox;

    @Autowired
    Proof proof;

    Tenant alice;
    IssuedCredential login;
    Post post;

    @BeforeEach
    void aliceHasALogin() {
        alice = customers.with(people.reseller(), 100);
        login = credentials.create(alice.id(), "Mail", AnswerForm.OK, null);
        post = Post.at(server.port(), login.credential().username(), login.secret(), false);
        access.change(alice.id(), with("Alpine", List.of(), List.of(), false, 5, null, false));
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    List<Message> sent() {
        return messages.page(alice.id(), MessageFilter.all(), null, 100);
    }

    static EmailSettings with(
            String sender,
            List<SenderRule> rules,
            List<Writer> writers,
            boolean subject,
            int parts,
            @Nullable Integer day,
            boolean report) {
        return new EmailSettings(sender, rules, writers, subject, parts, day, report);
    }
}
