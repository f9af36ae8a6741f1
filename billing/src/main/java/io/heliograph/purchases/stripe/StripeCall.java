package io.heliograph.purchases.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;

/** Something to ask Stripe. */
interface StripeCall<T> {

    /** Too early, too often, or Stripe's own fault: a later try may succeed. */
    int CONFLICT = 409;

    int TOO_MANY_REQUESTS = 429;
    int SERVER_FAULT = 500;

    T make() throws StripeException;

    /** Makes a call and turns what Stripe's client throws into our one exception. */
    static <T> T ask(StripeCall<T> call) {
        try {
            return call.make();
        } catch (StripeException failed) {
            throw new StripeFailedException(message(failed), failed.getCode(), worthRetrying(failed), failed);
        }
    }

    private static String message(StripeException failed) {
        return failed.getUserMessage() == null ? "Stripe did not answer as it should" : failed.getUserMessage();
    }

    private static boolean worthRetrying(StripeException failed) {
        Integer status = failed.getStatusCode();
        return failed instanceof ApiConnectionException
                || status == null
                || status == CONFLICT
                || status == TOO_MANY_REQUESTS
                || status >= SERVER_FAULT;
    }
}
