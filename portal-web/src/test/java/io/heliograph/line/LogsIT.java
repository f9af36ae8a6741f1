package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.messages.MessageState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No password and no text of a message reaches a log, even where everything of ours is logged. */
@ExtendWith(OutputCaptureExtension.class)
class LogsIT extends LineTest {

    private static final List<String> LOGGERS = List.of("io.heliograph", "org.springframework.web", "org.apache.hc");

    @Autowired
    LoggingSystem logging;

    @BeforeEach
    void logMore() {
        LOGGERS.forEach(name -> logging.setLogLevel(name, LogLevel.DEBUG));
        logging.setLogLevel("org.apache.hc.client5.http.wire", LogLevel.WARN);
        logging.setLogLevel("org.apache.hc.client5.http.headers", LogLevel.WARN);
    }

    @AfterEach
    void logLess() {
        LOGGERS.forEach(name -> logging.setLogLevel(name, null));
    }

    @Test
    void keepsPasswordsAndTextsOut(CapturedOutput output) {
        String secretText = "Your-code-is-735519";
        String sent = number();
        String unanswered = number();
        ONE_S2U.answers(unanswered, _ -> null);

        portal.accepted(alice, sent, secretText);
        portal.accepted(alice, unanswered, secretText + " again");
        portal.post("/bulksms", Calls.FORM, Calls.encoded(Calls.sending(alice, "1", secretText)));
        portal.post("/bulksms", "application/json", Calls.encoded(Calls.sending(alice, number(), secretText)));
        awaitState(alice, sent, MessageState.SUBMITTED);
        awaitState(alice, unanswered, MessageState.UNCERTAIN);
        reports(upstreamId(sent), sent, "DELIVRD");
        awaitState(alice, sent, MessageState.DELIVERED);

        assertThat(output.getAll()).isNotEmpty();
        Stream.of(secretText, alice.secret(), FakeOneS2u.PASSWORD)
                .forEach(secret -> assertThat(output.getAll().contains(secret))
                        .as("the log tells a secret: %s", lineWith(secret, output))
                        .isFalse());
    }

    private static String lineWith(String secret, CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains(secret))
                .findFirst()
                .map(line -> line.replace(secret, "***"))
                .orElse("");
    }
}
