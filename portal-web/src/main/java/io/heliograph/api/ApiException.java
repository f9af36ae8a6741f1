package io.heliograph.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A caller's mistake, answered as a problem of its {@link ErrorCode}. */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private long retryAfterSeconds;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * A mistake of this kind.
     *
     * @param detail what is wrong in this very case, and what to do
     */
    public ApiException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    /** Fields that are not right. */
    public static ApiException of(List<FieldProblem> fields) {
        String detail = fields.size() == 1
                ? fields.getFirst().pointer() + ": " + fields.getFirst().detail()
                : fields.size() + " fields are not right";
        return new ApiException(ErrorCode.VALIDATION_FAILED, detail).with("errors", fields);
    }

    /** The thing is not there, or not this caller's. */
    public static ApiException notFound(String what) {
        return new ApiException(ErrorCode.NOT_FOUND, "There is no such " + what);
    }

    /** Adds a property to the problem. */
    public ApiException with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Says after how many seconds it is worth trying again. */
    public ApiException retryAfter(long seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    /** What kind of mistake. */
    public ErrorCode code() {
        return code;
    }

    /** Zero if it is not worth trying again by itself. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Map<String, Object> properties() {
        return properties;
    }
}
