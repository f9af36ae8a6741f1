package io.heliograph.provider;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text fields of a {@code multipart/form-data} body. */
final class MultipartBody {

    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*[;\\s]name=\"?([^\";\\r\\n]+)");
    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

    private MultipartBody() {}

    /**
     * Takes the boundary from the first line, so that it needs no header.
     *
     * @param body decoded as ISO 8859-1
     * @param charset of the values
     */
    static FormFields parse(String body, Charset charset) {
        Map<String, String> fields = new LinkedHashMap<>();
        String boundary = LINE_END.split(body, 2)[0].stripTrailing();
        for (String part : body.split(Pattern.quote(boundary), -1)) {
            String[] headAndValue = BLANK_LINE.split(part, 2);
            Matcher name = NAME.matcher(headAndValue[0]);
            if (headAndValue.length == 2 && name.find()) {
                fields.putIfAbsent(name.group(1), decode(headAndValue[1], charset));
            }
        }
        return new FormFields(fields);
    }

    private static String decode(String value, Charset charset) {
        return new String(value.getBytes(StandardCharsets.ISO_8859_1), charset).strip();
    }
}
