package io.heliograph.provider.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** How the body of a delivery report is written (contract D1). */
public enum ReportForm {
    FORM("application/x-www-form-urlencoded"),
    JSON("application/json"),
    JSON_ARRAY("application/json"),
    MULTIPART("multipart/form-data; boundary=" + ReportForm.BOUNDARY);

    private static final String BOUNDARY = "----heliograph-simulator";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String contentType;

    ReportForm(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    String write(Map<String, String> fields) {
        return switch (this) {
            case FORM ->
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
            case JSON -> MAPPER.writeValueAsString(fields);
            case JSON_ARRAY -> MAPPER.writeValueAsString(List.of(fields));
            case MULTIPART ->
                fields.entrySet().stream()
                        .map(f -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + f.getKey()
                                + "\"\r\n\r\n" + f.getValue() + "\r\n")
                        .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
        };
    }
}
