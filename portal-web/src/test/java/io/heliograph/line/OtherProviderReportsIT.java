package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.provider.FormFields;
import io.heliograph.reports.Report;
import io.heliograph.reports.ReportOutcome;
import io.heliograph.reports.Reports;
import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.IssuedSecret;
import io.heliograph.webhooks.WebhookFormat;
import io.heliograph.webhooks.wire.SigningSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Delivery reports in every form (contract D1 to D5), and what customers and resellers are told of them. */
class OtherProviderReportsIT extends LineTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Reports reports;

    @Autowired
    Endpoints endpoints;

    private final Hooks hooks = new Hooks();

    String number = "";

    @BeforeEach
    void aliceSends() {
        number = number();
    }

    @AfterEach
    void closeHooks() {
        hooks.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsEveryFormOfAReport(String contentType, String body) {
        portal.accepted(alice, number, "Hello");
        String id = upstreamId(number);

        int status = portal.post(
                        DLR, contentType, body.replace("NUMBER", number).replace("ID", id))
                .statusCode();

        assertThat(status).isEqualTo(200);
        awaitState(alice, number, MessageState.DELIVERED);
    }

    static Stream<Arguments> forms() {
        Map<String, String> report = report("ID", "NUMBER", "DELIVRD");
        String json = JSON.writeValueAsString(report);
        String parts = report.entrySet().stream()
                .map(field -> "--limit\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        return Stream.of(
                Arguments.of(Calls.FORM, Calls.encoded(report)),
                Arguments.of("application/json", json),
                Arguments.of("application/json", "[" + json + "]"),
                Arguments.of("multipart/form-data; boundary=limit", parts + "--limit--\r\n"),
                Arguments.of("text/plain", Calls.encoded(report)));
    }

    @Test
    void appliesAReportThatCameBeforeTheAnswer() {
        ONE_S2U.answers(number, sent -> {
            reports(sent.id(), number, "DELIVRD");
            return "OK: " + sent.id();
        });

        portal.accepted(alice, number, "Fast");

        awaitState(alice, number, MessageState.DELIVERED);
    }

    @Test
    void keepsRepeatedAndContradictoryReportsAndAppliesTheFirstOnly() {
        portal.accepted(alice, number, "Hello");
        String id = upstreamId(number);

        Stream.of("ACCEPTD", "UNDELIV", "UNDELIV", "DELIVRD", "ENROUTE", "NONSENSE")
                .forEach(response ->
                        assertThat(reports(id, number, response).statusCode()).isEqualTo(200));

        Message message = messagesOf(alice).getFirst();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reports.of(alice.tenantId(), message.id()))
                        .hasSize(6)
                        .noneMatch(report -> report.outcome() == ReportOutcome.PENDING));
        assertThat(reports.of(alice.tenantId(), message.id()))
                .filteredOn(report -> report.outcome() == ReportOutcome.APPLIED)
                .extracting(Report::response)
                .contains("UNDELIV")
                .doesNotContain("DELIVRD");
        awaitState(alice, number, MessageState.UNDELIVERED);
    }

    @Test
    void answersTheLookOf1s2uAtItsCallbackAndHidesAnyOther() {
        String wrong = DLR + "0";

        assertThat(portal.get(DLR).statusCode()).isEqualTo(200);
        assertThat(portal.head(DLR).statusCode()).isEqualTo(200);
        assertThat(portal.get(wrong).statusCode()).isEqualTo(404);
        assertThat(portal.head(wrong).statusCode()).isEqualTo(404);
        assertThat(portal.post(wrong, Calls.FORM, Calls.encoded(report("x", number, "DELIVRD")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsTheCustomerAndItsResellerInBothFormatsWithTheIdThatTheCustomerWasGiven() {
        Customer charlie = customer(people.tenantOf("reseller@southwind.test"), 10);
        IssuedSecret standard = endpoint(alice.tenantId(), "/standard", WebhookFormat.STANDARD);
        endpoint(alice.tenantId(), "/1s2u", WebhookFormat.ONE_S2U);
        endpoint(alice.sellerId(), "/reseller", WebhookFormat.STANDARD);
        endpoint(charlie.tenantId(), "/charlie", WebhookFormat.STANDARD);
        endpoint(charlie.sellerId(), "/southwind", WebhookFormat.ONE_S2U);

        String given = portal.accepted(alice, number, "Hello");
        reports(upstreamId(number), number, "DELIVRD");

        Hook signed = hooks.await("/standard");
        assertThat(signed.header("webhook-signature")).isEqualTo(signature(standard, signed));
        JsonNode event = JSON.readTree(signed.body());
        assertThat(event.path("type").asString()).isEqualTo("message.delivered");
        assertThat(event.path("data").path("submissionId").asString()).isEqualTo(given);
        assertThat(event.path("data").path("to").asString()).isEqualTo(number);
        FormFields form = FormFields.parse(hooks.await("/1s2u").body(), StandardCharsets.UTF_8);
        assertThat(form.values().keySet())
                .containsExactlyInAnyOrder("msisdn", "source", "sms_id", "sent_date", "response");
        assertThat(form.get("sms_id")).contains(given);
        assertThat(form.get("msisdn")).contains(number);
        assertThat(form.get("source")).contains("Test");
        assertThat(form.get("response")).contains("DELIVRD");
        assertThat(hooks.await("/reseller").body()).contains(given);
        assertThat(hooks.to("/charlie")).isEmpty();
        assertThat(hooks.to("/southwind")).isEmpty();
    }

    private IssuedSecret endpoint(UUID tenantId, String path, WebhookFormat format) {
        IssuedSecret issued = endpoints.create(tenantId, hooks.url(path), format);
        endpoints.activate(tenantId, issued.endpointId());
        return issued;
    }

    private static String signature(IssuedSecret secret, Hook hook) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(hook.header("webhook-timestamp")));
        return SigningSecret.parse(secret.secret()).sign(hook.header("webhook-id"), at, hook.body());
    }

    /** What an endpoint got. */
    private record Hook(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The systems of customers and resellers: one server, a path for each. */
    private static final class Hooks implements AutoCloseable {

        private final HttpServer server;
        private final ConcurrentLinkedQueue<Hook> got = new ConcurrentLinkedQueue<>();

        Hooks() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                got.add(new Hook(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        List<Hook> to(String path) {
            return got.stream().filter(hook -> hook.path().equals(path)).toList();
        }

        Hook await(String path) {
            org.awaitility.Awaitility.await().atMost(SOON).until(() -> !to(path).isEmpty());
            return to(path).getFirst();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
