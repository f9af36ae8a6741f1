package io.heliograph.provider.simulator;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.provider.FormFields;
import io.heliograph.provider.ReportedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * 1s2u on 127.0.0.1: {@code /bulksms}, {@code /checkbalance}, {@code /hlr} and SMPP by the contract, and delivery reports to
 * a callback. What happens to a message is decided by {@link MagicNumber}, what a lookup answers by {@link HlrNumber}.
 */
public final class Simulator implements AutoCloseable {

    static {
        // The JDK's server leaves Nagle's algorithm on, which holds each answer back by some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 512;

    private final SimulatorOptions options;
    private final SimulatedAccount account;
    private final SubmissionRules rules;
    private final ReportPoster reports;
    private final Recent<SentMessage> sent = new Recent<>();
    private final Recent<ReceivedRequest> requests = new Recent<>();
    private final Recent<ReceivedRequest> lookups = new Recent<>();
    private final Queue<Answer> scripted = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final SmppFront smpp;

    private Simulator(SimulatorOptions options, Clock clock) throws IOException {
        this.options = options;
        account = new SimulatedAccount(options);
        rules = new SubmissionRules(options, account, clock);
        reports = new ReportPoster(options, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), BACKLOG);
        server.setExecutor(workers);
        server.createContext("/bulksms", new Endpoint(this::submit, requests, clock));
        server.createContext("/checkbalance", new Endpoint(this::balance, requests, clock));
        server.createContext("/hlr", new Endpoint(new HlrRules(options, account)::answer, lookups, clock));
        smpp = new SmppFront(account, options.timing(), sent, rules::isDown, clock);
        startAsDaemon();
    }

    /**
     * Starts it.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static Simulator start(SimulatorOptions options) {
        try {
            return new Simulator(options, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException("The 1s2u simulator can't listen on port " + options.port(), e);
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The port of its SMPP interface on 127.0.0.1. */
    public int smppPort() {
        return smpp.port();
    }

    /** Cuts all SMPP sessions, as when a cable is pulled. */
    public void cutSmpp() {
        smpp.cut();
    }

    /** What the client takes for 1s2u's address. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * Sets where delivery reports go, at any time; reports that are due before it wait for their next try.
     *
     * @return false, and nothing changes, unless the address answers GET and HEAD with 200 (contract D1)
     */
    public boolean register(URI callback) {
        return reports.register(callback);
    }

    /** Gives the next submission that is not scripted yet {@code answer}; nothing is judged, charged or sent for it. */
    public void script(Answer answer) {
        scripted.add(answer);
    }

    /** Posts a report for {@code message}, whatever came before it. */
    public void report(SentMessage message, ReportedState state) {
        reports.post(message, state.name(), Duration.ZERO);
    }

    /** Whether every submission is answered {@code 0000}. */
    public void setDown(boolean down) {
        rules.setDown(down);
    }

    /** What the account has left. */
    public BigDecimal credits() {
        return account.credits();
    }

    public void setCredits(BigDecimal credits) {
        account.setCredits(credits);
    }

    /** The last 20,000 messages it took, oldest first. */
    public List<SentMessage> sent() {
        return sent.list();
    }

    /** Those of {@link #sent} to {@code msisdn}. */
    public List<SentMessage> sentTo(String msisdn) {
        return sent().stream()
                .filter(message -> message.msisdn().equals(msisdn))
                .toList();
    }

    /** The last 20,000 requests, in the order of their answers. */
    public List<ReceivedRequest> requests() {
        return requests.list();
    }

    /** The last 20,000 requests to look numbers up, in the order of their answers. */
    public List<ReceivedRequest> lookups() {
        return lookups.list();
    }

    /** What the account has left for lookups. */
    public int hlrCredits() {
        return account.hlrCredits();
    }

    public void setHlrCredits(int credits) {
        account.setHlrCredits(credits);
    }

    /** The last 20,000 tries of reports, oldest first. */
    public List<PostedReport> reports() {
        return reports.posted().list();
    }

    /** Forgets what it received and posted; credits, callback and reports to come stay. */
    public void clear() {
        sent.clear();
        requests.clear();
        lookups.clear();
        reports.posted().clear();
        scripted.clear();
    }

    /** Stops it; reports to come are dropped. */
    @Override
    public void close() {
        server.stop(0);
        smpp.close();
        workers.shutdownNow();
        reports.close();
    }

    /** The server's own thread inherits from the one that starts it, and must not keep a failed application alive. */
    private void startAsDaemon() {
        CompletableFuture.runAsync(
                        server::start, task -> Thread.ofPlatform().daemon().start(task))
                .join();
    }

    private Answer submit(FormFields fields) {
        @Nullable Answer next = scripted.poll();
        if (next != null) {
            return next;
        }
        if (!account.admitsRequest()) {
            return Answer.of(429, "API calls quota exceeded!");
        }
        return switch (rules.judge(fields)) {
            case Verdict.Refused refused -> Answer.of(options.forms().refusals().write(refused.code()));
            case Verdict.Taken taken -> answer(taken.messages());
        };
    }

    private Answer answer(List<SentMessage> messages) {
        boolean isSilent = false;
        for (SentMessage message : messages) {
            MagicNumber magic = MagicNumber.of(message.msisdn());
            sent.add(message);
            isSilent |= magic.isSilent();
            if (magic == MagicNumber.REPORTED_BEFORE_THE_ANSWER) {
                reports.postNow(message, ReportedState.DELIVRD.name());
            }
            magic.reports(options.timing())
                    .forEach(planned -> reports.post(message, planned.state().name(), planned.after()));
        }
        return isSilent
                ? new Answer.Silence(options.timing().silence())
                : Answer.of(options.forms()
                        .answers()
                        .write(messages.stream().map(SentMessage::id).toList()));
    }

    private Answer balance(FormFields fields) {
        if (!account.admitsBalance()) {
            return Answer.of(429, "API calls quota exceeded!");
        }
        return account.accepts(fields.getOrEmpty("user"), fields.getOrEmpty("pass"))
                ? Answer.of(account.credits().toPlainString())
                : Answer.of("00");
    }
}
