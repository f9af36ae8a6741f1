package io.heliograph.provider.smpp;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.ssl.SslConfiguration;
import com.cloudhopper.smpp.type.SmppProcessingException;
import com.cloudhopper.smpp.util.DeliveryReceipt;
import io.heliograph.tls.SelfMadeKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * An SMSC of another make, Cloudhopper's: bytes, sessions and receipts are read and written by none of our code. It
 * answers each part with an id, and sends a receipt for it a little later; while told to be silent it does neither.
 */
@SuppressWarnings("rawtypes") // as in the interface of Cloudhopper
public final class OtherSmsc implements AutoCloseable, SmppServerHandler {

    public static final String SYSTEM_ID = "user";
    public static final String PASSWORD = "secret";

    private static final long RECEIPT_MILLIS = 200;

    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger ids = new AtomicInteger();
    private final DefaultSmppServer server;
    private volatile boolean silent;

    private OtherSmsc(int port, @Nullable SelfMadeKey key) throws Exception {
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setPort(port);
        configuration.setJmxEnabled(false);
        configuration.setDefaultWindowSize(100);
        if (key != null) {
            key.store();
            SslConfiguration ssl = new SslConfiguration();
            ssl.setKeyStorePath(key.file().toString());
            ssl.setKeyStoreType("PKCS12");
            ssl.setKeyStorePassword(SelfMadeKey.PASSWORD);
            ssl.setKeyManagerPassword(SelfMadeKey.PASSWORD);
            configuration.setUseSsl(true);
            configuration.setSslConfiguration(ssl);
        }
        server = new DefaultSmppServer(configuration, this, Executors.newCachedThreadPool());
        server.start();
    }

    public static OtherSmsc start(int port) throws Exception {
        return new OtherSmsc(port, null);
    }

    /** One that speaks TLS with this key. */
    static OtherSmsc encrypted(int port, SelfMadeKey key) throws Exception {
        return new OtherSmsc(port, key);
    }

    /** The parts that came, in order. */
    public List<SubmitSm> taken() {
        return taken;
    }

    /** From now on nothing is answered. */
    public void fallSilent() {
        silent = true;
    }

    /** Ends all connections without a word, and answers whoever comes next. */
    public void cut() {
        silent = false;
        sessions.forEach(session -> session.close());
    }

    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration session, BaseBind bind)
            throws SmppProcessingException {
        if (!SYSTEM_ID.equals(session.getSystemId()) || !PASSWORD.equals(session.getPassword())) {
            throw new SmppProcessingException(SmppConstants.STATUS_BINDFAIL);
        }
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
        sessions.add(session);
        session.serverReady(new DefaultSmppSessionHandler() {
            @Override
            public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
                return request instanceof SubmitSm submit ? take(session, submit) : request.createResponse();
            }
        });
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
        sessions.remove(session);
        session.destroy();
    }

    private @Nullable PduResponse take(SmppServerSession session, SubmitSm submit) {
        taken.add(submit);
        if (silent) {
            return null;
        }
        SubmitSmResp answer = submit.createResponse();
        answer.setMessageId("other-" + ids.incrementAndGet());
        var _ = later.schedule(
                () -> report(session, submit, answer.getMessageId()), RECEIPT_MILLIS, TimeUnit.MILLISECONDS);
        return answer;
    }

    private static void report(SmppServerSession session, SubmitSm submit, String id) {
        DeliveryReceipt words =
                new DeliveryReceipt(id, 1, 1, DateTime.now(), DateTime.now(), SmppConstants.STATE_DELIVERED, 0, "");
        try {
            DeliverSm receipt = new DeliverSm();
            receipt.setEsmClass(SmppConstants.ESM_CLASS_MT_SMSC_DELIVERY_RECEIPT);
            receipt.setSourceAddress(submit.getDestAddress());
            receipt.setDestAddress(submit.getSourceAddress());
            receipt.setShortMessage(words.toShortMessage().getBytes(StandardCharsets.US_ASCII));
            session.sendRequestPdu(receipt, 5_000, false);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        server.destroy();
    }
}
