package io.heliograph.webhooks.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A delivery report as 1s2u posts it: five form fields (contract D1), so that a system made for 1s2u works unchanged. */
public final class ReportForm {

    /** The type of the body. */
    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    private static final DateTimeFormatter SENT_DATE =
            DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReportForm() {}

    /** The form of an event's JSON; what the event doesn't have is an empty field. */
    public static String of(String eventJson) {
        JsonNode data = EventJson.read(eventJson).path("data");
        return "msisdn=" + field(data, "to")
                + "&source=" + field(data, "from")
                + "&sms_id=" + field(data, "submissionId")
                + "&sent_date=" + encoded(sentDate(data.path("at").asString("")))
                + "&response=" + field(data, "code");
    }

    private static String field(JsonNode data, String name) {
        return encoded(data.path(name).asString(""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String sentDate(String at) {
        try {
            return SENT_DATE.format(Instant.parse(at));
        } catch (DateTimeException _) {
            return at; // a test event may hold any text
        }
    }
}
