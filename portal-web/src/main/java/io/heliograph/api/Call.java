package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import java.util.UUID;

/**
 * One call of the API. Handlers take it as a parameter.
 *
 * @param caller who calls
 * @param accountId for which account: the caller's own, or a customer in its subtree that the header
 *     {@value #ACCOUNT_HEADER} names. The first parameter of every repository method
 */
public record Call(ApiCaller caller, UUID accountId) {

    /** Names the account that is acted for. */
    public static final String ACCOUNT_HEADER = "Heliograph-Account";

    static final String ATTRIBUTE = Call.class.getName();
}
