package io.heliograph.provider;

import io.heliograph.provider.HlrResult.AccountRefused;
import io.heliograph.provider.HlrResult.Answered;
import io.heliograph.provider.HlrResult.BadNumber;
import io.heliograph.provider.HlrResult.NotAsked;
import io.heliograph.provider.HlrResult.Unanswered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what 1s2u answers to a lookup (contract H1 to H3b). */
final class HlrAnswers {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int MAX_NESTING = 8;
    private static final int MAX_TEXT = 80;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .build();

    private HlrAnswers() {}

    static HlrResult read(int status, String body, String raw) {
        if (status == TOO_MANY_REQUESTS || body.startsWith("API calls quota exceeded")) {
            return new NotAsked(NotAsked.Reason.TOO_MANY_REQUESTS, raw);
        }
        if (status == SERVICE_UNAVAILABLE) {
            return new NotAsked(NotAsked.Reason.OVERLOADED, raw);
        }
        String text = body.replace("\uFEFF", "").strip();
        Optional<HlrError> refusal = HlrError.of(text);
        if (refusal.isPresent()) {
            return refused(refusal.get(), raw);
        }
        if (status != 200) {
            return new Unanswered("HTTP " + status, raw);
        }
        try {
            return object(JSON.readTree(text), raw);
        } catch (JacksonException _) {
            return new Unanswered("An answer in no known form", raw);
        }
    }

    private static HlrResult refused(HlrError error, String raw) {
        return switch (error) {
            case BAD_NUMBER -> new BadNumber(raw);
            case NO_PASSWORD, NO_USERNAME, WRONG_CREDENTIALS, NOT_ENOUGH_CREDITS ->
                new AccountRefused(error.text(), raw);
        };
    }

    private static HlrResult object(JsonNode root, String raw) {
        JsonNode error = field(root, "error");
        if (error != null) {
            String words = words(error);
            return HlrError.of(words).map(known -> refused(known, raw)).orElseGet(() -> new Unanswered(words, raw));
        }
        Map<String, HlrAnswer> answers = new LinkedHashMap<>();
        root.properties().forEach(entry -> {
            if (entry.getValue().isObject() && field(entry.getValue(), "error") == null) {
                answers.put(entry.getKey().strip(), answer(entry.getKey().strip(), entry.getValue()));
            }
        });
        return answers.isEmpty() ? new Unanswered("An answer in no known form", raw) : new Answered(answers, raw);
    }

    private static HlrAnswer answer(String msisdn, JsonNode node) {
        return new HlrAnswer(
                msisdn,
                text(node, "country"),
                text(node, "operator"),
                text(node, "type"),
                text(node, "mccmnc"),
                truth(node, "ported"),
                truth(node, "roaming"),
                Optional.ofNullable(text(node, "err_code")).orElse(""),
                text(node, "err_desc"),
                text(node, "status"));
    }

    /** The words of an {@code error} that is a text, or an object or list with a text in it. */
    private static String words(JsonNode error) {
        if (error.isValueNode()) {
            return cut(error.asString());
        }
        return error.valueStream()
                .map(HlrAnswers::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        String text = value == null || !value.isValueNode() || value.isNull() ? "" : cut(value.asString());
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Boolean truth(JsonNode node, String name) {
        String text = text(node, name);
        if ("true".equalsIgnoreCase(text)) {
            return Boolean.TRUE;
        }
        return "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
    }

    private static @Nullable JsonNode field(JsonNode node, String name) {
        return node.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String cut(String text) {
        String stripped = text.strip();
        return stripped.length() <= MAX_TEXT ? stripped : stripped.substring(0, MAX_TEXT);
    }
}
