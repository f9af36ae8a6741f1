package io.heliograph.bulksms;

import io.heliograph.lookups.Lookup;
import io.heliograph.provider.HlrAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as 1s2u does: all values are texts (contract H1). Where there is no answer, it is one of the temporary
 * errors of 1s2u's page, and nothing is charged.
 */
final class HlrAnswerWriter {

    private static final JsonMapper JSON = new JsonMapper();

    /** A temporary error as 1s2u's page names it. */
    enum NoAnswer {
        TIME_OUT("Time Out", "001", "Undelivered"),
        NO_RESPONSE("No Response", "001", "Undelivered"),
        SERVICE_FAILURE("Service Failure", "003", "Rejected"),
        SERVICE_UNREACHABLE("Service Unreachable", "003", "Rejected");

        private final String error;
        private final String code;
        private final String status;

        NoAnswer(String error, String code, String status) {
            this.error = error;
            this.code = code;
            this.status = status;
        }

        private HlrAnswer of(String msisdn) {
            return new HlrAnswer(msisdn, null, null, null, null, null, null, code, error, status);
        }
    }

    private HlrAnswerWriter() {}

    static String write(List<Lookup> lookups) {
        return write(lookups, Lookup::msisdn, HlrAnswerWriter::answer);
    }

    static String write(List<String> msisdns, NoAnswer none) {
        return write(msisdns, Function.identity(), none::of);
    }

    private static <T> String write(List<T> of, Function<T, String> msisdn, Function<T, HlrAnswer> answer) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        of.forEach(one -> all.put(msisdn.apply(one), fields(answer.apply(one))));
        return JSON.writeValueAsString(all);
    }

    private static HlrAnswer answer(Lookup lookup) {
        HlrAnswer answer = lookup.answer();
        if (answer != null) {
            return answer;
        }
        return switch (lookup.state()) {
            case FAILED -> NoAnswer.NO_RESPONSE.of(lookup.msisdn());
            case WAITING, ASKING, CANCELLED, ANSWERED -> NoAnswer.TIME_OUT.of(lookup.msisdn());
        };
    }

    private static Map<String, String> fields(HlrAnswer answer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("msisdn", answer.msisdn());
        fields.put("country", orEmpty(answer.country()));
        fields.put("err_desc", orEmpty(answer.error()));
        fields.put("operator", orEmpty(answer.operator()));
        fields.put("type", orEmpty(answer.type()));
        fields.put("mccmnc", orEmpty(answer.mccmnc()));
        fields.put("roaming", truth(answer.roaming()));
        fields.put("err_code", answer.errorCode());
        fields.put("status", orEmpty(answer.status()));
        fields.put("ported", truth(answer.ported()));
        return fields;
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String truth(@Nullable Boolean value) {
        if (value == null) {
            return "";
        }
        return value ? "True" : "False";
    }
}
