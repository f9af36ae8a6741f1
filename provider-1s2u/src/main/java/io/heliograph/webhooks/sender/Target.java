package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.WebhookFormat;
import io.heliograph.webhooks.wire.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Where a delivery goes: the endpoint as it is when the delivery is queued or claimed. All of its secrets sign. */
record Target(String url, WebhookFormat format, List<SigningSecret> secrets) {

    /** Whether several deliveries may share a request. */
    boolean isShared() {
        return format == WebhookFormat.BATCH;
    }

    /** The signatures, parted by spaces. */
    String sign(String webhookId, Instant at, String body) {
        return secrets.size() == 1
                ? secrets.getFirst().sign(webhookId, at, body)
                : secrets.stream()
                        .map(secret -> secret.sign(webhookId, at, body))
                        .collect(Collectors.joining(" "));
    }
}
