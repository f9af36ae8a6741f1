package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.WebhookFormat;
import io.heliograph.webhooks.wire.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Where a delivery goes: the endpoint as it is when the delivery is claimed. All of its secrets sign. */
record Target(String url, WebhookFormat format, List<SigningSecret> secrets) {

    /** The signatures, parted by spaces. */
    String sign(String webhookId, Instant at, String body) {
        return secrets.stream().map(secret -> secret.sign(webhookId, at, body)).collect(Collectors.joining(" "));
    }
}
