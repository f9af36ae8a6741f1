package io.heliograph.provider;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is of use in a Content-Type header: the charset, UTF-8 where none is named or known. */
record ContentType(Charset charset) {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([a-z0-9_:.-]+)");

    static ContentType of(@Nullable String header) {
        Matcher charset = CHARSET.matcher(header == null ? "" : header);
        return new ContentType(charset.find() ? charsetNamed(charset.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charsetNamed(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException _) {
            return StandardCharsets.UTF_8;
        }
    }
}
