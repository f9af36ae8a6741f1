package io.heliograph.api.webhooks;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Words;
import io.heliograph.webhooks.EndpointStateException;
import io.heliograph.webhooks.InvalidTestDataException;
import io.heliograph.webhooks.InvalidUrlException;
import io.heliograph.webhooks.NoSuchDeliveryException;
import io.heliograph.webhooks.NoSuchEndpointException;
import io.heliograph.webhooks.TooManyEndpointsException;
import java.util.function.Supplier;

/** Says what webhooks refuse as problems. */
final class WebhookMistakes {

    private WebhookMistakes() {}

    /** Runs {@code work}. */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (NoSuchEndpointException _) {
            throw ApiException.notFound("endpoint");
        } catch (NoSuchDeliveryException _) {
            throw ApiException.notFound("delivery");
        } catch (EndpointStateException state) {
            throw new ApiException(ErrorCode.ENDPOINT_STATE, "The endpoint is " + Words.of(state.state()));
        } catch (TooManyEndpointsException many) {
            throw new ApiException(ErrorCode.TOO_MANY_ENDPOINTS, many.most() + " endpoints at most: delete one first");
        } catch (InvalidTestDataException data) {
            throw new ApiException(ErrorCode.VALIDATION_FAILED, String.valueOf(data.getMessage()));
        } catch (InvalidUrlException url) {
            throw new ApiException(ErrorCode.INVALID_URL, words(url.problem()));
        }
    }

    private static String words(InvalidUrlException.Problem problem) {
        return switch (problem) {
            case MISSING -> "Give the address that events are posted to";
            case TOO_LONG -> "An address has at most 500 characters";
            case NOT_HTTPS -> "The address starts with https://";
            case WITH_PASSWORD -> "The address must not name a user or a password";
            case PRIVATE -> "The address is in a private network";
            case MALFORMED -> "This is not an address";
        };
    }
}
