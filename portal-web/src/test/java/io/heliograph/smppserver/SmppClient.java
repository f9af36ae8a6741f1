package io.heliograph.smppserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;

/** A tenant's system with the sessions of jSMPP, which are not those of the server. */
public final class SmppClient implements AutoCloseable, MessageReceiverListener {

    static final byte GSM = 0;
    static final byte UCS_2 = 8;
    static final byte HEADER = 0x40;

    private static final int TIMEOUT = 20_000;

    private final SMPPSession session = new SMPPSession();
    private final List<DeliverSm> received = new CopyOnWriteArrayList<>();
    private volatile int answer;

    private SmppClient() {
        session.setTransactionTimer(TIMEOUT);
        session.setMessageReceiverListener(this);
    }

    public static SmppClient bound(int port, BindType type, IssuedSmppCredential issued) throws IOException {
        return bound(port, type, issued.credential().systemId(), issued.password());
    }

    static SmppClient bound(int port, BindType type, String systemId, String password) throws IOException {
        SmppClient client = new SmppClient();
        client.session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        type, systemId, password, "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, ""),
                TIMEOUT);
        return client;
    }

    /** Submits a text of any length by its payload; returns the id of the message. */
    public String submit(String sender, String number, String text) throws Exception {
        return submit(
                sender,
                number,
                (byte) 0,
                UCS_2,
                new byte[0],
                new OptionalParameter.Message_payload(text.getBytes(StandardCharsets.UTF_16BE)));
    }

    /** Returns the id of the message. */
    String submit(String sender, String number, byte esmClass, byte coding, byte[] text, OptionalParameter... more)
            throws Exception {
        return submit(sender, number, esmClass, coding, text, null, more);
    }

    String submit(
            String sender,
            String number,
            byte esmClass,
            byte coding,
            byte[] text,
            @Nullable String sendAt,
            OptionalParameter... more)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        sender,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        number,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        sendAt,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding(coding),
                        (byte) 0,
                        text,
                        more)
                .getMessageId();
    }

    /** The receipts that came, in order. */
    List<DeliverSm> received() {
        return received;
    }

    /** What receipts are answered with from now on. */
    void answersWith(int status) {
        answer = status;
    }

    SMPPSession session() {
        return session;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
        received.add(deliverSm);
        if (answer != 0) {
            throw new ProcessRequestException("As told", answer);
        }
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("Not used", Status.UNKNOWN_COMMAND);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alertNotification) {
        throw new IllegalStateException("Not used");
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
