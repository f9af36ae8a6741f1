package io.heliograph.webhooks.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be posted.
 *
 * @param url the absolute address, http or https
 * @param headers by name, without those that the client sets itself
 * @param body sent as UTF-8
 */
public record WebhookRequest(String url, Map<String, String> headers, String body) {

    public WebhookRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers)); // in their order
    }
}
