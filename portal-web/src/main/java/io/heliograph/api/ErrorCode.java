package io.heliograph.api;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call. The name in small letters is the {@code code} of the problem, and never changes. */
public enum ErrorCode {
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "No key or token"),
    INVALID_TOKEN(HttpStatus.UNAUTHORIZED, "The key or token is not known, or was revoked"),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "The key or token has expired"),
    ADDRESS_NOT_ALLOWED(HttpStatus.FORBIDDEN, "The key may not be used from this address"),
    ACCOUNT_SUSPENDED(HttpStatus.FORBIDDEN, "The account is suspended"),
    MISSING_SCOPE(HttpStatus.FORBIDDEN, "The key or token does not have the scope for this"),
    SELLERS_ONLY(HttpStatus.FORBIDDEN, "Only accounts that may have customers can do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    ACCOUNT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such account below yours"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This can't be done here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Answers are JSON"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body can't be read"),
    MALFORMED_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter can't be read"),
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "Some fields are not right"),
    INVALID_SENDER(HttpStatus.UNPROCESSABLE_CONTENT, "The sender is out of form"),
    INVALID_NUMBER(HttpStatus.UNPROCESSABLE_CONTENT, "A number is out of form"),
    TOO_MANY_NUMBERS(HttpStatus.UNPROCESSABLE_CONTENT, "There are more numbers than one request may have"),
    NO_ROUTE(HttpStatus.UNPROCESSABLE_CONTENT, "There is no price for this destination"),
    TEXT_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT, "The text has too many segments"),
    INVALID_SCHEDULE(HttpStatus.UNPROCESSABLE_CONTENT, "The message can't be sent in that time"),
    INSUFFICIENT_CREDITS(HttpStatus.PAYMENT_REQUIRED, "There are too few credits"),
    NOT_CANCELLABLE(HttpStatus.CONFLICT, "The message has left already"),
    LOOKUP_STATE(HttpStatus.CONFLICT, "The lookup is not in a state for this"),
    EMAIL_TAKEN(HttpStatus.CONFLICT, "Somebody signs in with this address already"),
    INVALID_URL(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing can be posted to this address"),
    TOO_MANY_ENDPOINTS(HttpStatus.CONFLICT, "There are as many endpoints as an account may have"),
    ENDPOINT_STATE(HttpStatus.CONFLICT, "The endpoint is not in a state for this"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key came with another request before"),
    REQUEST_IN_PROGRESS(HttpStatus.CONFLICT, "The request with this key is not done yet"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "There were too many calls"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not possible at the moment"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "A fault of ours");

    private final HttpStatus status;
    private final String title;

    ErrorCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** As callers read it, such as {@code insufficient_credits}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With which it is answered. */
    public HttpStatus status() {
        return status;
    }

    /** The same words for each problem of this code. */
    public String title() {
        return title;
    }
}
