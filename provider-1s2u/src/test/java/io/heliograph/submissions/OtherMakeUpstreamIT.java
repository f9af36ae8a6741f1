package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.pdu.SubmitSm;
import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.smpp.IdForm;
import io.heliograph.provider.smpp.OtherSmsc;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.upstream.SmppSettings;
import io.heliograph.upstream.Transport;
import io.heliograph.upstream.Upstreams;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The line to an SMSC of another make, that knows nothing of how we write and read. */
@DatabaseTest
@Import(SendingIT.Line.class)
class OtherMakeUpstreamIT {

    private static final UUID OPERATOR = RowIds.next();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 6;

    @Autowired
    Submissions submissions;

    @Autowired
    Messages messages;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Upstreams upstreams;

    @Autowired
    Proof proof;

    private final UUID alice = RowIds.next();
    private final UUID account = RowIds.next();

    @BeforeEach
    void openForBusiness() {
        wallets.open(OPERATOR, null);
        wallets.open(alice, OPERATOR);
        prices.set(OPERATOR, null, Product.SMS, "", Credits.of(1), null);
        wallets.allocate(OPERATOR, alice, Credits.of(100), "first", null, null);
        accounts.save(new ProviderAccount(
                account,
                "test",
                "http://127.0.0.1:1",
                OtherSmsc.SYSTEM_ID,
                OtherSmsc.PASSWORD,
                account.toString(),
                List.of(),
                1_000,
                60,
                1,
                UnicodeForm.UTF_8,
                Duration.ofSeconds(20),
                Duration.ofHours(24),
                null));
    }

    @AfterEach
    void proveTheLedger() {
        accounts.all().forEach(one -> accounts.stop(one.id()));
        upstreams.save(account, SmppSettings.NONE);
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void sendsEveryKindOfTextAndFoldsTheReportsOfItsParts() throws Exception {
        List<String> texts = List.of(
                "Hello [€]", "0123456789".repeat(70), "\u0645\u0631\u062D\u0628\u0627", "\uD83D\uDE00".repeat(60));
        try (OtherSmsc smsc = bound()) {
            for (int i = 0; i < texts.size(); i++) {
                accept(texts.get(i), "44770090050" + i);
            }

            awaitStates(MessageState.DELIVERED, texts.size());
            for (int i = 0; i < texts.size(); i++) {
                List<SubmitSm> parts = partsTo(smsc, "44770090050" + i);
                assertThat(parts).hasSize(List.of(1, 5, 1, 2).get(i)).allSatisfy(part -> {
                    assertThat(part.getSourceAddress().getAddress()).isEqualTo("Alice");
                    assertThat(part.getRegisteredDelivery()).isEqualTo((byte) 1);
                });
                assertThat(parts.stream().map(OtherMakeUpstreamIT::text).collect(Collectors.joining()))
                        .isEqualTo(texts.get(i));
            }
        }
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100 - 9));
    }

    @Test
    void neverSendsTwiceWhatWasInTheWindowWhenTheSessionBroke() throws Exception {
        try (OtherSmsc smsc = bound()) {
            smsc.fallSilent();
            for (int i = 0; i < 50; i++) {
                accept("Into the window", "4477009006%02d".formatted(i));
            }
            await().atMost(SOON).until(() -> smsc.taken().size() == 50);

            smsc.cut();
            accept("After the cut", "447700900700");

            awaitStates(MessageState.UNCERTAIN, 50);
            awaitStates(MessageState.DELIVERED, 1);
            assertThat(smsc.taken())
                    .hasSize(51)
                    .extracting(part -> part.getDestAddress().getAddress())
                    .doesNotHaveDuplicates();
        }
    }

    /** An SMSC with a session of ours. */
    private OtherSmsc bound() throws Exception {
        int port = freePort();
        OtherSmsc smsc = OtherSmsc.start(port);
        upstreams.save(account, new SmppSettings(Transport.SMPP, "127.0.0.1", port, false, 1, 50, 1_000, IdForm.SAME));
        await().atMost(SOON).until(() -> upstreams.sessionsOf(account).stream().anyMatch(one -> one.boundAt() != null));
        return smsc;
    }

    private void accept(String text, String number) {
        SubmissionResult result = submissions.accept(
                new SubmissionRequest(alice, Channel.BULKSMS, null, null, "Alice", text, List.of(number), null));
        assertThat(result).isInstanceOf(SubmissionResult.Accepted.class);
    }

    private void awaitStates(MessageState state, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(messages.page(alice, MessageFilter.all(), null, 100))
                        .extracting(Message::state)
                        .filteredOn(state::equals)
                        .hasSize(count));
    }

    /** By their places in the message. */
    private static List<SubmitSm> partsTo(OtherSmsc smsc, String number) {
        return smsc.taken().stream()
                .filter(part -> part.getDestAddress().getAddress().equals(number))
                .sorted(Comparator.comparing(part -> hasHeader(part) ? part.getShortMessage()[5] : 0))
                .toList();
    }

    private static String text(SubmitSm part) {
        byte[] body = part.getShortMessage();
        byte[] text = hasHeader(part) ? Arrays.copyOfRange(body, HEADER_BYTES, body.length) : body;
        return part.getDataCoding() == 0
                ? CharsetUtil.decode(text, CharsetUtil.CHARSET_GSM)
                : new String(text, StandardCharsets.UTF_16BE);
    }

    private static boolean hasHeader(SubmitSm part) {
        return (part.getEsmClass() & 0x40) != 0;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
