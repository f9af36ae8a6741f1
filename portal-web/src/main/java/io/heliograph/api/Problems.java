package io.heliograph.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** The one place where mistakes become problems (RFC 9457) with a stable code. */
@Component
class Problems {

    /** Without a host, as each reseller has its own. */
    private static final String DOCUMENTATION = "/docs/api#error-";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ProblemDetail of(ApiException mistake) {
        ErrorCode code = mistake.code();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status(), String.valueOf(mistake.getMessage()));
        problem.setType(URI.create(DOCUMENTATION + code.text()));
        problem.setTitle(code.title());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", code.text());
        properties.putAll(mistake.properties());
        problem.setProperties(properties);
        return problem;
    }

    /** Answers with the problem, unless an answer has left already. */
    void write(ApiException mistake, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(CallRecorder.MISTAKE, mistake, RequestAttributes.SCOPE_REQUEST);
        }
        response.resetBuffer();
        response.setStatus(mistake.code().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (mistake.code().status().value() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(mistake.code()));
        }
        if (mistake.retryAfterSeconds() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(mistake.retryAfterSeconds()));
        }
        response.getOutputStream().write(json.writeValueAsString(of(mistake)).getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(ErrorCode code) {
        return code == ErrorCode.UNAUTHENTICATED ? "Bearer" : "Bearer error=\"invalid_token\"";
    }
}
