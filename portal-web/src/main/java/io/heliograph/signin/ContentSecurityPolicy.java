package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** Scripts, styles and everything else from this portal only; nothing inline, no frames. */
@Component
class ContentSecurityPolicy implements HeaderWriter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
                    + "form-action ";

    private final ObjectProvider<FormTarget> formTargets;

    ContentSecurityPolicy(ObjectProvider<FormTarget> formTargets) {
        this.formTargets = formTargets;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY + targets());
    }

    private String targets() {
        return Stream.concat(Stream.of("'self'"), formTargets.stream().map(FormTarget::origin))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
