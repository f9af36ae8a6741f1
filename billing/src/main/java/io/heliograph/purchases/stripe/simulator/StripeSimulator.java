package io.heliograph.purchases.stripe.simulator;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.purchases.stripe.StripeAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Stripe on 127.0.0.1: the API at {@code /v1/}, a checkout page at {@code /checkout/{session}}, and signed webhooks.
 * What it does not know from Stripe it refuses. Connected accounts are all that are named {@code acct_sim_…}.
 */
public final class StripeSimulator implements AutoCloseable {

    private static final String API_KEY = "sk_test_simulator";
    private static final String SECRET = "whsec_simulator";
    private static final String CONNECT_SECRET = "whsec_simulator_connect";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimulatedAccounts accounts;
    private final WebhookSender webhooks;
    private final SimulatedStripe stripe;
    private final SimulatedReversals reversals;
    private final URI address;

    private StripeSimulator(StripeSimulatorOptions options, Clock clock) throws IOException {
        SimulatedObjects objects = new SimulatedObjects(options.file());
        this.server = bind(options.port() == 0 ? objects.lastPort() : options.port(), options.port() == 0);
        int port = server.getAddress().getPort();
        objects.rememberPort(port);
        this.address = URI.create("http://127.0.0.1:" + port);
        this.webhooks = new WebhookSender(clock, SECRET, CONNECT_SECRET);
        this.stripe = new SimulatedStripe(objects, clock, webhooks);
        this.reversals = new SimulatedReversals(stripe, objects);
        this.accounts = new SimulatedAccounts(objects, stripe);
        server.setExecutor(threads);
        server.createContext("/v1/", new ApiHandler(stripe, reversals, objects, accounts, API_KEY, address.toString()));
        server.createContext("/checkout/", new CheckoutHandler(stripe, reversals, objects));
        server.createContext("/connect/", new ConnectHandler(accounts, objects, stripe));
        String stylesheet = stylesheet();
        server.createContext("/checkout.css", exchange -> {
            try (exchange) {
                Exchanges.answer(exchange, 200, "text/css", stylesheet);
            }
        });
        server.start();
    }

    /** Starts one; a given port that is taken is an {@link UncheckedIOException}. */
    public static StripeSimulator start(StripeSimulatorOptions options, Clock clock) {
        try {
            return new StripeSimulator(options, clock);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where it listens; also the origin of its checkout pages. */
    public URI address() {
        return address;
    }

    /** Its key, its secrets and its address, for the gateway. */
    public StripeAccess access() {
        return new StripeAccess(API_KEY, List.of(SECRET, CONNECT_SECRET), address);
    }

    /** Sends every event to these addresses from now on, beginning with those not yet delivered. */
    public void deliverTo(URI... endpoints) {
        webhooks.deliverTo(List.of(endpoints));
        if (!webhooks.holds()) {
            stripe.deliverAll();
        }
    }

    /** How events are delivered from now on. */
    public void deliver(WebhookMode mode) {
        webhooks.mode(mode);
    }

    /** Delivers what was held. */
    public void release() {
        stripe.deliverAll();
    }

    /** How many events nobody has accepted yet. */
    public int undelivered() {
        return stripe.undelivered();
    }

    /** A payer pays by card. */
    public void pay(String sessionId) {
        stripe.pay(sessionId);
    }

    /** A payer agrees to a means that takes days. */
    public void payLater(String sessionId) {
        stripe.payLater(sessionId);
    }

    /** The money of such a payment comes, or fails to. */
    public void settleLater(String sessionId, boolean succeeded) {
        stripe.settleLater(sessionId, succeeded);
    }

    /** A session runs out of time. */
    public void expire(String sessionId) {
        stripe.expire(sessionId);
    }

    /** Somebody made the session cost something else. */
    public void changeAmount(String sessionId, long amount) {
        stripe.changeAmount(sessionId, amount);
    }

    /** The seller refunds part of a payment, or with 0 all that is left; the answer is the id of the refund. */
    public String refund(String account, String paymentId, long amount) {
        return reversals.refund(account, paymentId, amount).path("id").asString();
    }

    /** A refund could not be paid out after all. */
    public void failRefund(String refundId) {
        reversals.failRefund(refundId);
    }

    /** The payer's bank disputes a payment and withdraws the money; the answer is the id of the dispute. */
    public String dispute(String paymentId, long amount) {
        return reversals.dispute(paymentId, amount).path("id").asString();
    }

    /** The bank decides. */
    public void closeDispute(String disputeId, boolean won) {
        reversals.closeDispute(disputeId, won);
    }

    /** A connected account is closed, or has withdrawn its consent. */
    public void closeAccount(String account) {
        accounts.close(account);
    }

    /** A closed account takes payments again. */
    public void openAccount(String account) {
        accounts.open(account);
    }

    /** The owner of an account that was opened here answers all questions, to Stripe's content or not yet. */
    public void answer(String account, boolean accepted) {
        synchronized (stripe) {
            accounts.answered(account, accepted);
        }
    }

    /** The payment of a session that was paid. */
    public String paymentOf(String sessionId) {
        return stripe.paymentOf(sessionId);
    }

    @Override
    public void close() {
        webhooks.close();
        server.stop(0);
        threads.close();
    }

    private static HttpServer bind(int port, boolean anyWillDo) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException taken) {
            if (!anyWillDo) {
                throw taken;
            }
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        }
    }

    private static String stylesheet() throws IOException {
        try (InputStream css = StripeSimulator.class.getResourceAsStream("checkout.css")) {
            if (css == null) {
                throw new IllegalStateException("checkout.css is missing");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
