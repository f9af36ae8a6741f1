package io.heliograph.portal.apiaccess;

import io.heliograph.brands.Brand;
import io.heliograph.tenants.PublicUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Programs that send and ask for the balance, ready to be copied: {@code samples/<kind>/<language>.txt}, with places for
 * what differs.
 */
@Component
class Samples {

    /** A language with its name as people write it. */
    record Language(String key, String name) {}

    /** A sample in its language. */
    record Sample(AccessKind kind, Language language, String code) {}

    private static final List<Language> LANGUAGES = List.of(
            new Language("curl", "curl"),
            new Language("php", "PHP"),
            new Language("csharp", "C#"),
            new Language("python", "Python"),
            new Language("java", "Java"));

    private static final Language VISUAL_BASIC = new Language("vb", "Visual Basic");

    private static final Map<AccessKind, String> FIRST_CALLS = Map.of(
            AccessKind.KEY, "curl -H 'Authorization: Bearer YOUR-KEY' '{base}/api/v1/balance'",
            AccessKind.CLIENT,
                    "curl -u '{username}:YOUR-SECRET' -d grant_type=client_credentials '{base}/oauth2/token'",
            AccessKind.LOGIN, "curl '{base}/checkbalance?user={username}&pass=YOUR-SECRET'");

    private final PublicUrl address;
    private final Map<AccessKind, List<Sample>> texts;

    Samples(PublicUrl address) {
        this.address = address;
        this.texts = Stream.of(AccessKind.values()).collect(Collectors.toMap(Function.identity(), Samples::read));
    }

    /** In which languages there is a sample for this kind. */
    static List<Language> languages(AccessKind kind) {
        return kind == AccessKind.LOGIN
                ? Stream.concat(LANGUAGES.stream(), Stream.of(VISUAL_BASIC)).toList()
                : LANGUAGES;
    }

    /** In that language, or in the first if there is none of it, with this username and the host of this brand in it. */
    Sample in(AccessKind kind, String key, String username, Brand brand) {
        List<Sample> ofKind = texts.getOrDefault(kind, List.of());
        Sample text = ofKind.stream()
                .filter(sample -> sample.language().key().equals(key))
                .findFirst()
                .orElse(ofKind.getFirst());
        return new Sample(kind, text.language(), filled(text.code(), username, brand));
    }

    /** One line for a terminal. */
    String firstCall(AccessKind kind, String username, Brand brand) {
        return filled(FIRST_CALLS.getOrDefault(kind, ""), username, brand);
    }

    /** The address of a path of the API, on the host of this brand. */
    String address(String path, Brand brand) {
        return address.of(brand, path);
    }

    private static List<Sample> read(AccessKind kind) {
        return languages(kind).stream()
                .map(language -> new Sample(kind, language, read(kind, language)))
                .toList();
    }

    private static String read(AccessKind kind, Language language) {
        String path = "samples/" + kind.name().toLowerCase(Locale.ROOT) + "/" + language.key() + ".txt";
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String text, String username, Brand brand) {
        return text.replace("{base}", address.of(brand, ""))
                .replace("{username}", username)
                .strip();
    }
}
