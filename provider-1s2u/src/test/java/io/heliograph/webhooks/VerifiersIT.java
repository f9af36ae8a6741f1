package io.heliograph.webhooks;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.heliograph.webhooks.Receiver.Request;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What we post, held against the verification libraries that the authors of Standard Webhooks publish. */
@WebhooksTest
class VerifiersIT {

    private static final Path JAVASCRIPT = Path.of("target", "standard-webhooks");
    private static final String PACKAGE = "standardwebhooks@1.1.1";

    /** Takes secret, headers and body from its input, and fails where the library throws. */
    private static final String VERIFY = """
            const { Webhook } = require("standardwebhooks");
            const [secret, headers, body] = JSON.parse(require("fs").readFileSync(0, "utf8"));
            new Webhook(secret).verify(body, headers);
            """;

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Endpoints endpoints;

    @BeforeEach
    void reset() {
        webhooks.reset();
    }

    @Test
    void theJavaLibraryTakesOurSignature() throws Exception {
        Delivered delivered = delivered();

        new Webhook(delivered.secret()).verify(delivered.request().body(), headers(delivered.request()));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(delivered.secret())
                        .verify(delivered.request().body() + " ", headers(delivered.request())));
    }

    @Test
    void theJavaLibraryTakesBothSecretsOfARotationAndTheNewOneAloneLater() {
        Rotated rotated = rotated();

        assertThatCode(() -> verify(rotated.oldSecret(), rotated.during())).doesNotThrowAnyException();
        assertThatCode(() -> verify(rotated.newSecret(), rotated.during())).doesNotThrowAnyException();
        assertThatCode(() -> verify(rotated.newSecret(), rotated.after())).doesNotThrowAnyException();
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(rotated.oldSecret(), rotated.after()));
    }

    @Test
    void theJavaScriptLibraryTakesThemToo() throws Exception {
        installTheJavaScriptLibrary();
        Rotated rotated = rotated();

        assertThat(javaScript(rotated.oldSecret(), rotated.during())).isZero();
        assertThat(javaScript(rotated.newSecret(), rotated.during())).isZero();
        assertThat(javaScript(rotated.newSecret(), rotated.after())).isZero();
        assertThat(javaScript(rotated.oldSecret(), rotated.after())).isNotZero();
    }

    private Delivered delivered() {
        try (Receiver receiver = Receiver.ok()) {
            IssuedSecret issued = webhooks.endpoint(receiver.url(), WebhookFormat.STANDARD);
            return new Delivered(issued.secret(), next(receiver));
        }
    }

    private Rotated rotated() {
        try (Receiver receiver = Receiver.ok()) {
            IssuedSecret first = webhooks.endpoint(receiver.url(), WebhookFormat.STANDARD);
            IssuedSecret second = endpoints.rotate(webhooks.alice, first.endpointId());
            Request during = next(receiver);
            webhooks.endOverlap(first.endpointId());
            return new Rotated(first.secret(), second.secret(), during, next(receiver));
        }
    }

    private Request next(Receiver receiver) {
        webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);
        return receiver.requests().getLast();
    }

    private static void verify(String secret, Request request) throws WebhookVerificationException {
        new Webhook(secret).verify(request.body(), headers(request));
    }

    private static HttpHeaders headers(Request request) {
        return HttpHeaders.of(request.headers(), (_, _) -> true);
    }

    private static int javaScript(String secret, Request request) throws IOException, InterruptedException {
        List<Object> input = List.of(
                secret,
                Map.of(
                        "webhook-id", request.header("webhook-id"),
                        "webhook-timestamp", request.header("webhook-timestamp"),
                        "webhook-signature", request.header("webhook-signature")),
                request.body());
        Process node = new ProcessBuilder("node", "-e", VERIFY)
                .directory(JAVASCRIPT.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = node.getOutputStream()) {
            in.write(new JsonMapper().writeValueAsString(input).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(node.waitFor(1, MINUTES)).isTrue();
        return node.exitValue();
    }

    /** Once for each clean build; skips where there is no Node or npm reaches no registry. */
    private static void installTheJavaScriptLibrary() throws InterruptedException, IOException {
        assumeTrue(runs("node", "--version"), "Node is not installed: the JavaScript library was not asked");
        Files.createDirectories(JAVASCRIPT);
        if (Files.exists(JAVASCRIPT.resolve("node_modules/standardwebhooks/package.json"))) {
            return;
        }
        assumeTrue(
                runs(
                        "npm",
                        "install",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefix",
                        ".",
                        PACKAGE),
                "npm could not install " + PACKAGE + ": the JavaScript library was not asked");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(
                            Files.isDirectory(JAVASCRIPT)
                                    ? JAVASCRIPT.toFile()
                                    : Path.of(".").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, MINUTES) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private record Delivered(String secret, Request request) {}

    private record Rotated(String oldSecret, String newSecret, Request during, Request after) {}
}
