package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.PortalTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The description says what the handlers do: routes, scopes, and every field with whether it may be missing. */
@PortalTest
class OpenApiIT {

    /** What handlers answer that say it in the form in which it is kept. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("sendMessages", "messages.SubmissionView"),
            Map.entry("quoteMessages", "messages.QuoteView"),
            Map.entry("startLookup", "lookups.JobView"),
            Map.entry("pauseLookup", "lookups.JobView"),
            Map.entry("resumeLookup", "lookups.JobView"),
            Map.entry("createWebhookEndpoint", "webhooks.EndpointView"),
            Map.entry("rotateWebhookSecret", "webhooks.EndpointView"),
            Map.entry("testWebhookEndpoint", "webhooks.DeliveryView"),
            Map.entry("replayDelivery", "webhooks.DeliveryView"),
            Map.entry("startReplay", "webhooks.ReplaysController$ReplayView"),
            Map.entry("openCustomer", "customers.CustomerView"),
            Map.entry("suspendCustomer", "customers.CustomerView"),
            Map.entry("resumeCustomer", "customers.CustomerView"),
            Map.entry("allocateCredits", "customers.AllocationsController$TransferView"),
            Map.entry("takeCreditsBack", "customers.AllocationsController$TransferView"),
            Map.entry("setCustomerPrice", "customers.PricesController$PriceView"));

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiDescription description;

    @Autowired
    ApiRoutes routes;

    @Test
    void isServedToEverybody() {
        assertThat(portal.get().uri("/api/v1/openapi.json"))
                .hasStatusOk()
                .hasContentType("application/json")
                .bodyJson()
                .extractingPath("$.openapi")
                .isEqualTo("3.1.0");
    }

    @Test
    void passesAValidator() {
        SwaggerParseResult read =
                new OpenAPIV3Parser().readContents(description.document().toString(), null, null);

        assertThat(read.getMessages()).isNullOrEmpty();
        assertThat(read.getOpenAPI().getPaths())
                .hasSameSizeAs(description.document().path("paths").propertyNames());
    }

    @Test
    void describesEveryHandlerAndNothingElse() {
        Set<String> described = new TreeSet<>();
        description
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .isEqualTo(routes.all().stream()
                        .map(ApiRoutes.Route::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void namesTheScopeOfEveryHandler() {
        Map<String, String> named = new TreeMap<>();
        Map<String, String> needed = new TreeMap<>();
        for (ApiRoutes.Route route : routes.all()) {
            named.put(
                    route.toString(), operation(route).at("/security/1/oauth/0").asString());
            needed.put(route.toString(), route.scope().text());
        }

        assertThat(named).isEqualTo(needed);
    }

    @Test
    void hasEveryFieldOfEveryBodyAndAnswer() {
        List<String> off = new ArrayList<>();
        for (ApiRoutes.Route route : routes.all()) {
            JsonNode operation = operation(route);
            Method handler = route.handler().getMethod();
            Arrays.stream(handler.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                    .map(Parameter::getType)
                    .forEach(type -> compare(type, schema(operation.path("requestBody")), route + " body", off));
            Class<?> answer = answer(operation.path("operationId").asString(), handler);
            if (answer != void.class) {
                JsonNode success = operation.path("responses").iterator().next();
                compare(answer, schema(success), route + " answer", off);
            }
        }

        assertThat(off).isEmpty();
    }

    @Test
    void asksForTheKeyOfARepeatOnEveryPost() {
        List<String> without = routes.all().stream()
                .filter(route -> route.method().equals("POST"))
                .filter(route -> !operation(route).path("parameters").toString().contains("IdempotencyKey")
                        || !answers(route, "Idempotency-Replayed"))
                .map(ApiRoutes.Route::toString)
                .toList();

        assertThat(without).isEmpty();
    }

    @Test
    void saysOfEveryOperationHowOftenItMayBeCalled() {
        List<String> silent = routes.all().stream()
                .filter(route -> !answers(route, "RateLimit", "RateLimit-Policy")
                        || !resolve(operation(route).at("/responses/429"))
                                .path("headers")
                                .has("Retry-After"))
                .map(ApiRoutes.Route::toString)
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void showsABodyForEveryOperationThatTakesOne() {
        List<String> without = routes.all().stream()
                .map(route -> operation(route).at("/requestBody"))
                .filter(body -> body.isObject()
                        && body.at("/content/application~1json/example").isMissingNode())
                .map(JsonNode::toString)
                .toList();

        assertThat(without).isEmpty();
    }

    private boolean answers(ApiRoutes.Route route, String... headers) {
        JsonNode success = operation(route).path("responses").iterator().next();
        return Arrays.stream(headers).allMatch(success.path("headers")::has);
    }

    private void compare(Class<?> type, JsonNode node, String where, List<String> off) {
        JsonNode schema = resolve(node);
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        Set<String> fields = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String place = where + "." + component.getName();
            fields.add(component.getName());
            JsonNode property = schema.path("properties").path(component.getName());
            boolean mayBeMissing = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (required.contains(component.getName()) == mayBeMissing) {
                off.add(place + " is " + (mayBeMissing ? "not always there" : "always there"));
            }
            inner(component.getAnnotatedType()).ifPresent(inner -> {
                JsonNode resolved = resolve(property);
                compare(inner, resolved.has("items") ? resolved.path("items") : resolved, place, off);
            });
        }
        Set<String> described = new TreeSet<>(schema.path("properties").propertyNames());
        if (!fields.equals(described)) {
            off.add(where + ": " + fields + " are described as " + described);
        }
    }

    private static java.util.Optional<Class<?>> inner(AnnotatedType type) {
        Type element = type instanceof AnnotatedParameterizedType list
                ? list.getAnnotatedActualTypeArguments()[0].getType()
                : type.getType();
        return element instanceof Class<?> plain
                        && plain.isRecord()
                        && plain.getName().startsWith("io.heliograph.api.")
                ? java.util.Optional.of(plain)
                : java.util.Optional.empty();
    }

    private static Class<?> answer(String operationId, Method handler) {
        Type type = handler.getGenericReturnType();
        if (!(type instanceof ParameterizedType)) {
            return handler.getReturnType();
        }
        try {
            return Class.forName("io.heliograph.api." + ANSWERS.get(operationId));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Say here what " + operationId + " answers", e);
        }
    }

    private JsonNode operation(ApiRoutes.Route route) {
        return description
                .document()
                .path("paths")
                .path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode schema(JsonNode body) {
        return body.path("content").path("application/json").path("schema");
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : description.document().at(reference.substring(1));
    }
}
