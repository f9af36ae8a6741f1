package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.pdu.SubmitSm;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.MessageState;
import io.heliograph.provider.smpp.OtherSmsc;
import io.heliograph.upstream.Transport;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line to an SMSC of another make, that knows nothing of how we write and read. */
class OtherMakeUpstreamIT extends SmppUpstreamTest {

    private static final int HEADER_BYTES = 6;

    @BeforeEach
    void openTheAccount() {
        open("http://127.0.0.1:1", OtherSmsc.SYSTEM_ID, OtherSmsc.PASSWORD, 1, Duration.ofSeconds(20));
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
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(CREDITS - 9));
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
        use(Transport.SMPP, port, 1, 50);
        awaitSession();
        return smsc;
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
