package io.heliograph.portal.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.PortalTest;
import io.heliograph.api.ErrorCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class ApiDocsIT {

    @Autowired
    MockMvcTester portal;

    @Autowired
    Reference reference;

    @Test
    void showsEveryOperationAndEveryCodeToEverybody() {
        List<String> ids = reference.groups("").stream()
                .flatMap(group -> group.operations().stream())
                .map(operation -> "id=\"" + operation.id() + "\"")
                .toList();
        List<String> codes = Arrays.stream(ErrorCode.values())
                .map(code -> "id=\"error-" + code.text() + "\"")
                .toList();

        assertThat(ids).hasSizeGreaterThan(20);
        assertThat(portal.get().uri("/docs/api"))
                .hasStatusOk()
                .bodyText()
                .contains(ids)
                .contains(codes);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasSamplesInEveryLanguage(Language language) {
        Samples samples = new Samples("https://sms.example/api/v1");

        reference.groups("").stream()
                .flatMap(group -> group.operations().stream())
                .forEach(operation -> assertThat(samples.of(operation, language))
                        .as(operation.id())
                        .contains("https://sms.example/api/v1", "Bearer YOUR-KEY")
                        .doesNotContain("{id}", "%s"));
    }

    @Test
    void findsOperationsByTheirWords() {
        assertThat(portal.get().uri("/docs/api").param("q", "credits take"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"takeCreditsBack\"")
                .doesNotContain("id=\"sendMessages\"");
        assertThat(portal.get().uri("/docs/api").param("q", "<b>nothing</b>"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing here says “&lt;b&gt;nothing&lt;/b&gt;”.");
    }
}
