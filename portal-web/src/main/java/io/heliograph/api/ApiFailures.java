package io.heliograph.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Answers whatever goes wrong below {@code /api/v1} with a problem, also what no handler has seen. */
@Component
class ApiFailures implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ApiFailures.class);

    private final Problems problems;

    ApiFailures(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(ApiSecurity.ROOT)) {
            return null;
        }
        try {
            if (failure instanceof HttpRequestMethodNotSupportedException method
                    && method.getSupportedMethods() != null) {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
            }
            problems.write(mistake(failure), response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiException mistake(Exception failure) {
        return switch (failure) {
            case ApiException ours -> ours;
            case NoHandlerFoundException none ->
                new ApiException(ErrorCode.NOT_FOUND, "There is nothing at " + none.getRequestURL());
            case HttpRequestMethodNotSupportedException method ->
                new ApiException(ErrorCode.METHOD_NOT_ALLOWED, method.getMethod() + " is not possible here");
            case HttpMediaTypeNotSupportedException _ ->
                new ApiException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json");
            case HttpMediaTypeNotAcceptableException _ ->
                new ApiException(ErrorCode.NOT_ACCEPTABLE, "Send Accept: application/json");
            case MissingServletRequestParameterException missing ->
                new ApiException(ErrorCode.MALFORMED_PARAMETER, missing.getParameterName() + " is missing");
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case BindException unread ->
                new ApiException(
                        ErrorCode.MALFORMED_PARAMETER,
                        unread.getFieldErrors().stream()
                                .map(error -> error.getField() + " can't be \"" + error.getRejectedValue() + '"')
                                .collect(Collectors.joining("; ")));
            default -> other(failure);
        };
    }

    /** An id in a path that is none names nothing; a parameter of the query is told. */
    private static ApiException mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                ? ApiException.notFound("id")
                : new ApiException(
                        ErrorCode.MALFORMED_PARAMETER, mismatch.getName() + " can't be \"" + mismatch.getValue() + '"');
    }

    private static ApiException other(Exception failure) {
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        if (status != null && status.code() == HttpStatus.NOT_FOUND) {
            return new ApiException(ErrorCode.NOT_FOUND, Objects.requireNonNullElse(failure.getMessage(), "Not here"));
        }
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            log.error("A call of the API failed on the database", failure);
            return new ApiException(ErrorCode.UNAVAILABLE, "Try again in a moment, with the same idempotency key");
        }
        log.error("A call of the API failed", failure);
        return new ApiException(ErrorCode.INTERNAL_ERROR, "It has been noted. Try again with the same idempotency key");
    }
}
