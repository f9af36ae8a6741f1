package io.heliograph.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivery report (contract D1 to D3). Fields that did not come are empty.
 *
 * @param msisdn the number, without a leading {@code +} or {@code 00}
 * @param source the sender
 * @param smsId the id that the submission was answered with; opaque
 * @param sentDate as it came
 * @param response as it came
 * @param sentAt the time that {@code sentDate} names, or the time of receipt; never a means of ordering
 * @param state what {@code response} says; null for a value that changes no state
 */
public record DeliveryReport(
        String msisdn,
        String source,
        String smsId,
        String sentDate,
        String response,
        Instant sentAt,
        @Nullable ReportedState state) {

    public static final int MAX_MSISDN = 40;
    public static final int MAX_SOURCE = 40;
    public static final int MAX_SMS_ID = 80;
    public static final int MAX_SENT_DATE = 60;
    public static final int MAX_RESPONSE = 40;

    /** A report as 1s2u would write it, of what {@code response} names, at {@code sentAt} in UTC. */
    public static DeliveryReport of(String msisdn, String source, String smsId, String response, Instant sentAt) {
        return new DeliveryReport(
                msisdn,
                source,
                smsId,
                SentDates.format(sentAt),
                response,
                sentAt,
                ReportedState.of(response).orElse(null));
    }

    /** A report as it came; values longer than the limits here are cut. */
    public static DeliveryReport of(FormFields fields, Instant receivedAt) {
        String sentDate = cut(fields.getOrEmpty("sent_date"), MAX_SENT_DATE);
        String response = cut(fields.getOrEmpty("response"), MAX_RESPONSE);
        return new DeliveryReport(
                cut(fields.getOrEmpty("msisdn").replaceFirst("^(\\+|00)", ""), MAX_MSISDN),
                cut(fields.getOrEmpty("source"), MAX_SOURCE),
                cut(fields.getOrEmpty("sms_id"), MAX_SMS_ID),
                sentDate,
                response,
                SentDates.parse(sentDate, receivedAt).orElse(receivedAt),
                ReportedState.of(response).orElse(null));
    }

    private static String cut(String value, int max) {
        String stripped = value.strip();
        return stripped.codePointCount(0, stripped.length()) <= max
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, max));
    }
}
