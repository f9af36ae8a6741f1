package io.heliograph.bulksms;

import io.heliograph.provider.FormFields;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a call: names in any case, from the query, a form body, or both, where the query wins (contract S1).
 */
final class CallParameters {

    private static final int LARGEST_BODY = 64 * 1024;

    /** A percent sign that starts no escape: programs that put a text into the address as it is send one. */
    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final FormFields fields;
    private final String address;

    private CallParameters(FormFields fields, String address) {
        this.fields = fields;
        this.address = address;
    }

    /** Reads them; a body beyond 64 KiB is cut, as no valid call is as long. */
    static CallParameters of(HttpServletRequest request) throws IOException {
        FormFields query = parse(Objects.requireNonNullElse(request.getQueryString(), ""));
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        return new CallParameters(
                query.orElse(parse(new String(body, StandardCharsets.UTF_8))), request.getRemoteAddr());
    }

    /** The caller's IP address. */
    String address() {
        return address;
    }

    Optional<String> get(String name) {
        return fields.get(name);
    }

    private static FormFields parse(String encoded) {
        return FormFields.parse(BARE_PERCENT.matcher(encoded).replaceAll("%25"), StandardCharsets.UTF_8);
    }
}
