package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Alice, a customer with 100 credits, whose system speaks SMPP; after each test the ledger is proved. */
@PortalTest
abstract class SmppServerTest {

    static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    SmppServer server;

    @Autowired
    SmppCredentials credentials;

    @Autowired
    Messages messages;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    UUID alice = new UUID(0, 0);

    @BeforeEach
    void aliceHas100Credits() {
        alice = customers.with(people.reseller(), 100).id();
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    SmppClient bound(BindType type) throws Exception {
        return SmppClient.bound(server.port(), type, credentials.create(alice, "Test", SmppLimits.STANDARD, null));
    }

    List<Message> all() {
        return messages.page(alice, MessageFilter.all(), null, 100);
    }

    Message only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    static String text(DeliverSm receipt) {
        return new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
    }

    /** The command status that a request was answered with. */
    static int status(ThrowingCallable request) {
        try {
            request.call();
            return 0;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
