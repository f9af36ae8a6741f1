package io.heliograph.portal.apidocs;

import java.util.Arrays;
import java.util.Locale;

/** What samples are written in. */
enum Language {
    CURL("curl"),
    JAVA("Java"),
    PYTHON("Python"),
    PHP("PHP"),
    CSHARP("C#");

    private final String title;

    Language(String title) {
        this.title = title;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** In addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that key, or the first. */
    static Language of(String key) {
        return Arrays.stream(values())
                .filter(language -> language.key().equals(key))
                .findFirst()
                .orElse(CURL);
    }
}
