package io.heliograph.portal.apiaccess;

import io.heliograph.brands.Brand;
import io.heliograph.tenants.PublicUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Programs that send and ask for the balance, ready to be copied: {@code samples/<language>.txt}, with places for what differs. */
@Component
class Samples {

    /** A language with its name as people write it. */
    record Language(String key, String name) {}

    /** A sample in its language. */
    record Sample(Language language, String code) {}

    static final List<Language> LANGUAGES = List.of(
            new Language("curl", "curl"),
            new Language("php", "PHP"),
            new Language("csharp", "C#"),
            new Language("python", "Python"),
            new Language("java", "Java"),
            new Language("vb", "Visual Basic"));

    private final PublicUrl address;
    private final List<Sample> texts = new ArrayList<>();

    Samples(PublicUrl address) throws IOException {
        this.address = address;
        for (Language language : LANGUAGES) {
            String path = "samples/" + language.key() + ".txt";
            texts.add(new Sample(language, new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8)));
        }
    }

    /** In that language, or in the first if there is none of it, with this username and the host of this brand in it. */
    Sample in(String key, String username, Brand brand) {
        Sample text = texts.stream()
                .filter(sample -> sample.language().key().equals(key))
                .findFirst()
                .orElse(texts.getFirst());
        return new Sample(text.language(), filled(text.code(), username, brand));
    }

    /** One line for a terminal. */
    String firstCall(String username, Brand brand) {
        return filled("curl '{base}/checkbalance?user={username}&pass=YOUR-SECRET'", username, brand);
    }

    /** The address of a path of the API, on the host of this brand. */
    String address(String path, Brand brand) {
        return address.of(brand, path);
    }

    private String filled(String text, String username, Brand brand) {
        return text.replace("{base}", address.of(brand, ""))
                .replace("{username}", username)
                .strip();
    }
}
