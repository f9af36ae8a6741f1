package io.heliograph.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the screens, as files. */
class TextsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    /** The operator alone reads these, and knows the provider by its name. */
    private static final Pattern OPERATORS = Pattern.compile("(operator|accounts|alarm|monitoring)\\.");

    /** A number that is filled in, or the choice after it, before the word for what it counts. */
    private static final Pattern AMOUNT = Pattern.compile("(\\}\\s+(more )?|\\d#)credits?\\b");

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[(}]");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!'|\\{)(?<!\\}')");

    @Test
    void everyTextOfATemplateIsThere() throws IOException {
        Map<String, String> texts = texts(new ArrayList<>());
        List<String> missing = new ArrayList<>();

        for (Path template : files("templates", ".html")) {
            Matcher matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                if (!texts.containsKey(matcher.group(1))) {
                    missing.add(matcher.group(1) + " in " + template.getFileName());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsInTwoFiles() throws IOException {
        List<String> twice = new ArrayList<>();

        texts(twice);

        assertThat(twice).isEmpty();
    }

    @Test
    void textsAreWrittenInOurStyle() throws IOException {
        List<String> off = new ArrayList<>();

        texts(new ArrayList<>()).forEach((key, text) -> {
            if (LONE_APOSTROPHE.matcher(text).find()) {
                off.add(key + ": an apostrophe is ’, or doubled");
            }
            if (Pattern.compile("(?i)\\b(please|sorry|oops|invalid)\\b|!")
                    .matcher(text)
                    .find()) {
                off.add(key + ": " + text);
            }
            if (Pattern.compile("(?i)1s2u|heliograph").matcher(text).find()
                    && !OPERATORS.matcher(key).lookingAt()) {
                off.add(key + ": names what customers do not know");
            }
        });

        assertThat(off).isEmpty();
    }

    @Test
    void amountsOfCreditsAreWrittenInOnePlace() throws IOException {
        List<String> own = texts(new ArrayList<>()).entrySet().stream()
                .filter(text -> !text.getKey().equals("credits.count"))
                .filter(text -> AMOUNT.matcher(text.getValue()).find())
                .map(text -> text.getKey() + ": " + text.getValue() + " (fill in what Fmt.inCredits says)")
                .toList();

        assertThat(own).isEmpty();
    }

    private static Map<String, String> texts(List<String> twice) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Path file : files("messages", ".properties")) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties.forEach((key, text) -> {
                if (texts.put(key.toString(), text.toString()) != null) {
                    twice.add(key.toString());
                }
            });
        }
        return texts;
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
