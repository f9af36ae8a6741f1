package io.heliograph.provider;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the delivery reports that 1s2u posts, in every form of contract D1. */
public final class DeliveryReports {

    /** A longer body is refused unread. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final int MAX_NESTING = 8;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .build();

    private DeliveryReports() {}

    /**
     * Reads one report or several. The form is told by the body itself, since 1s2u's page gives no content type; names are
     * matched in any case, and what in a JSON array is no report is skipped.
     *
     * @param contentType the header, for its charset and boundary; null for none
     * @param receivedAt stands in where {@code sent_date} is missing or in no known form
     * @return at least one report, in the order of the body
     * @throws UnreadableReportException when there is none in it, or it is longer than {@link #MAX_BODY_BYTES}
     */
    public static List<DeliveryReport> parse(@Nullable String contentType, byte[] body, Instant receivedAt) {
        if (body.length > MAX_BODY_BYTES) {
            throw new UnreadableReportException("A body of more than " + MAX_BODY_BYTES + " bytes");
        }
        List<DeliveryReport> reports = read(ContentType.of(contentType), body).stream()
                .map(fields -> DeliveryReport.of(fields, receivedAt))
                .filter(report -> !report.smsId().isEmpty() || !report.msisdn().isEmpty())
                .toList();
        if (reports.isEmpty()) {
            throw new UnreadableReportException("No sms_id and no msisdn in a body of " + body.length + " bytes");
        }
        return reports;
    }

    private static List<FormFields> read(ContentType type, byte[] body) {
        String text = text(body, StandardCharsets.ISO_8859_1);
        if (text.startsWith("{") || text.startsWith("[")) {
            return json(body);
        }
        if (text.startsWith("--")) {
            return List.of(MultipartBody.parse(text, type.charset()));
        }
        return List.of(form(text(body, type.charset()), type.charset()));
    }

    private static String text(byte[] body, Charset charset) {
        String text = new String(body, charset);
        return (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text.replace("\uFEFF", "")).strip();
    }

    private static FormFields form(String text, Charset charset) {
        try {
            return FormFields.parse(text, charset);
        } catch (IllegalArgumentException _) {
            throw new UnreadableReportException("A form with a broken escape");
        }
    }

    private static List<FormFields> json(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            List<FormFields> reports = new ArrayList<>();
            (root.isArray() ? root.values() : List.of(root)).forEach(node -> reports.add(fields(node)));
            return reports;
        } catch (JacksonException _) {
            throw new UnreadableReportException("A body that starts like JSON and is none");
        }
    }

    private static FormFields fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().stream()
                .filter(property -> property.getValue().isValueNode())
                .filter(property -> !property.getValue().isNull())
                .forEach(property -> fields.putIfAbsent(
                        property.getKey(), property.getValue().asString()));
        return new FormFields(fields);
    }
}
