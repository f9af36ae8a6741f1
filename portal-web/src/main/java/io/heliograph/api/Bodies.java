package io.heliograph.api;

import io.heliograph.ledger.Credits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies: JSON only, no field that there is not, and every mistake told with its place. */
@Component
class Bodies implements HandlerMethodArgumentResolver {

    /** Enough for a lookup of 100,000 numbers. */
    static final int LARGEST = 4 * 1024 * 1024;

    private final JsonMapper json;
    private final Validator validator;

    Bodies(JsonMapper json, Validator validator) {
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        requireJson(request.getContentType());
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ApiException(ErrorCode.BODY_TOO_LARGE, "A body has at most 4 MB");
        }
        Object body = read(bytes, parameter.getParameterType());
        Set<ConstraintViolation<Object>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw ApiException.of(violations.stream()
                    .map(violation ->
                            new FieldProblem(pointer(violation.getPropertyPath().toString()), violation.getMessage()))
                    .sorted(java.util.Comparator.comparing(FieldProblem::pointer))
                    .toList());
        }
        return body;
    }

    private Object read(byte[] bytes, Class<?> type) {
        try {
            Object body = bytes.length == 0 ? null : json.readValue(bytes, type);
            if (body == null) {
                throw new ApiException(ErrorCode.MALFORMED_BODY, "Send a JSON object");
            }
            return body;
        } catch (DatabindException e) {
            throw mistake(e);
        } catch (JacksonException e) {
            throw new ApiException(ErrorCode.MALFORMED_BODY, "This is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ApiException mistake(DatabindException e) {
        if (e.getPath().isEmpty()) {
            return new ApiException(ErrorCode.MALFORMED_BODY, "Send a JSON object");
        }
        String detail =
                switch (e) {
                    case UnrecognizedPropertyException _ -> "There is no such field";
                    case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
                    default -> "This is not of the right type";
                };
        return ApiException.of(List.of(new FieldProblem(path(e), detail)));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == Instant.class) {
            return "A time is written like 2026-12-24T18:00:00Z";
        }
        if (type == UUID.class) {
            return "This is not an id";
        }
        return type == Credits.class
                ? "Credits are a number with at most four decimals"
                : "This is not of the right type";
    }

    private static String path(DatabindException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
        return pointer.toString();
    }

    /** From {@code to[3].number} to {@code /to/3/number}. */
    private static String pointer(String path) {
        return "/" + path.replace("].", "/").replace('[', '/').replace("]", "").replace('.', '/');
    }

    private static void requireJson(@Nullable String contentType) {
        if (contentType != null && !isJson(contentType)) {
            throw new ApiException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json");
        }
    }

    private static boolean isJson(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return MediaType.APPLICATION_JSON.isCompatibleWith(type)
                    || type.getSubtype().endsWith("+json");
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
