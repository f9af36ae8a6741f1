package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.ssl.SslConfiguration;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import com.cloudhopper.smpp.util.DeliveryReceiptException;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.tls.Certificates;
import io.heliograph.tls.SelfMadeKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;

/** A tenant's system of another make, Cloudhopper's, over TLS with the operator's own certificate. */
class OtherMakeIT extends SmppServerTest {

    private static final String TO = "44770090016";
    private static final String FIVE_PARTS = "0123456789".repeat(70);
    private static final String ARABIC = "\u0645\u0631\u062D\u0628\u0627";
    private static final String EMOJI = "\uD83D\uDE00".repeat(60);

    @Autowired
    SslBundles bundles;

    @Autowired
    Certificates certificates;

    @Autowired
    Binding binding;

    @Autowired
    Submitting submitting;

    @Autowired
    Asking asking;

    @Autowired
    SmppSessions sessions;

    @TempDir
    Path home;

    private final List<DeliverSm> received = new CopyOnWriteArrayList<>();

    @Test
    void sendsEveryKindOfTextOverTlsAndGetsReceipts() throws Exception {
        IssuedSmppCredential issued = credentials.create(alice, "Other", SmppLimits.STANDARD, null);
        SelfMadeKey key = new SelfMadeKey(home.resolve("smpp.p12"));
        ((SslBundleRegistry) bundles)
                .registerBundle("smpp", SslBundle.of(SslStoreBundle.of(key.store(), SelfMadeKey.PASSWORD, null)));
        SmppServer secured = new SmppServer(
                new SmppProperties(-1, 0, true, "smpp", 20),
                certificates,
                binding,
                submitting,
                asking,
                sessions,
                Clock.systemUTC());
        DefaultSmppClient client = new DefaultSmppClient();
        try {
            secured.start();
            assertThat(secured.port()).isEqualTo(-1);
            assertThatThrownBy(() -> client.bind(trusting(server.tlsPort(), issued, key)))
                    .isInstanceOf(SmppChannelException.class);
            SmppSession session = client.bind(trusting(secured.tlsPort(), issued, key), new Keeping());
            assertThat(sessions.of(List.of(alice))).singleElement().matches(one -> one.encrypted());
            List<String> ids = new ArrayList<>();
            ids.addAll(send(session, 1, CharsetUtil.encode("Hello [€]", CharsetUtil.CHARSET_GSM), 160));
            ids.addAll(send(session, 2, CharsetUtil.encode(FIVE_PARTS, CharsetUtil.CHARSET_GSM), 153));
            ids.addAll(send(session, 3, ARABIC.getBytes(StandardCharsets.UTF_16BE), 140));
            ids.addAll(send(session, 4, EMOJI.getBytes(StandardCharsets.UTF_16BE), 134));

            assertThat(all())
                    .extracting(Message::text, Message::segments)
                    .containsExactlyInAnyOrder(
                            tuple("Hello [€]", 1), tuple(FIVE_PARTS, 5), tuple(ARABIC, 1), tuple(EMOJI, 2));
            assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100 - 9));
            await().atMost(SOON).until(() -> received.size() == ids.size());
            assertThat(received).extracting(OtherMakeIT::receipt).allSatisfy(receipt -> {
                assertThat(receipt.getState()).isEqualTo(SmppConstants.STATE_DELIVERED);
                assertThat(ids).contains(receipt.getMessageId());
            });
            session.unbind(5_000);
        } finally {
            client.destroy();
            secured.stop();
        }
    }

    private static SmppSessionConfiguration trusting(int port, IssuedSmppCredential issued, SelfMadeKey key) {
        SmppSessionConfiguration configuration = new SmppSessionConfiguration(
                SmppBindType.TRANSCEIVER, issued.credential().systemId(), issued.password());
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setWindowSize(10);
        SslConfiguration ssl = new SslConfiguration();
        // Its Netty of 2015 now and then never notices the end of a handshake by TLS 1.3, which it does not know.
        ssl.setIncludeProtocols("TLSv1.2");
        ssl.setTrustStorePath(key.file().toString());
        ssl.setTrustStoreType("PKCS12");
        ssl.setTrustStorePassword(SelfMadeKey.PASSWORD);
        // It wants one of its own to show, though nobody asks for it.
        ssl.setKeyStorePath(key.file().toString());
        ssl.setKeyStoreType("PKCS12");
        ssl.setKeyStorePassword(SelfMadeKey.PASSWORD);
        ssl.setKeyManagerPassword(SelfMadeKey.PASSWORD);
        configuration.setUseSsl(true);
        configuration.setSslConfiguration(ssl);
        return configuration;
    }

    /** Sends a text in parts of so many bytes; the ids that they were answered with. */
    private static List<String> send(SmppSession session, int reference, byte[] text, int most) throws Exception {
        int total = Math.ceilDiv(text.length, most);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (total > 1) {
                body.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) (i + 1)});
            }
            body.write(text, i * most, Math.min(most, text.length - i * most));
            SubmitSm submit = new SubmitSm();
            submit.setSourceAddress(new Address(SmppConstants.TON_ALPHANUMERIC, SmppConstants.NPI_UNKNOWN, "Alice"));
            submit.setDestAddress(new Address(SmppConstants.TON_INTERNATIONAL, SmppConstants.NPI_E164, TO + reference));
            submit.setEsmClass(total > 1 ? SmppConstants.ESM_CLASS_UDHI_MASK : 0);
            submit.setDataCoding(reference < 3 ? SmppConstants.DATA_CODING_DEFAULT : SmppConstants.DATA_CODING_UCS2);
            submit.setRegisteredDelivery(SmppConstants.REGISTERED_DELIVERY_SMSC_RECEIPT_REQUESTED);
            submit.setShortMessage(body.toByteArray());
            ids.add(session.submit(submit, 20_000).getMessageId());
        }
        return ids;
    }

    private static DeliveryReceipt receipt(DeliverSm deliver) {
        try {
            return DeliveryReceipt.parseShortMessage(
                    new String(deliver.getShortMessage(), StandardCharsets.US_ASCII), DateTimeZone.UTC);
        } catch (DeliveryReceiptException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps the receipts that come. */
    @SuppressWarnings("rawtypes") // as in the class of Cloudhopper
    private final class Keeping extends DefaultSmppSessionHandler {

        @Override
        public PduResponse firePduRequestReceived(PduRequest request) {
            if (request instanceof DeliverSm deliver) {
                received.add(deliver);
            }
            return request.createResponse();
        }
    }
}
