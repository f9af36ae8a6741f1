package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API. Handlers take it as a parameter.
 *
 * @param caller who calls
 * @param accountId for which account: the caller's own, or a customer in its subtree that the header
 *     {@value #ACCOUNT_HEADER} names. The first parameter of every repository method
 * @param target method and path
 * @param idempotencyKey the caller's name for this request, if any
 */
public record Call(
        ApiCaller caller,
        UUID accountId,
        String target,
        @Nullable String idempotencyKey) {

    /** Names the account that is acted for. */
    public static final String ACCOUNT_HEADER = "On-Behalf-Of";

    /** Names a request, so that it has one effect however often it comes. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** The most characters of an idempotency key. */
    public static final int LONGEST_KEY = 255;

    static final String ATTRIBUTE = Call.class.getName();
}
