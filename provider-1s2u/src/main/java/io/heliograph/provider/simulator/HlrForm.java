package io.heliograph.provider.simulator;

import io.heliograph.text.Destination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which codes and words a lookup is answered with. */
public enum HlrForm {
    /** Those of 1s2u's page (contract H3). */
    PAGE,
    /** Those seen beside it (contract H3b). */
    SEEN;

    /** The object that is answered, keyed by number; all values are texts. */
    Map<String, Map<String, String>> write(List<String> numbers) {
        Map<String, Map<String, String>> answer = new LinkedHashMap<>();
        numbers.forEach(number -> answer.put(number, write(number)));
        return answer;
    }

    private Map<String, String> write(String number) {
        HlrNumber kind = HlrNumber.of(number);
        boolean ported = kind == HlrNumber.PORTED;
        String country = Destination.of(number);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("msisdn", number);
        fields.put(
                "country",
                country.equals(Destination.UNKNOWN)
                        ? ""
                        : Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
        fields.put("err_desc", kind.error(this));
        fields.put("operator", ported ? "Heliotrope Mobile" : "Sandbox Mobile");
        fields.put("type", "Mobile");
        fields.put("mccmnc", ported ? "99902" : "99901");
        fields.put("roaming", ported ? "True" : "False");
        fields.put("err_code", kind.code(this));
        fields.put("status", kind.status());
        fields.put("ported", ported ? "True" : "False");
        return fields;
    }
}
