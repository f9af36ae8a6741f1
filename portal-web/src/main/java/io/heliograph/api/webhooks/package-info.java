/** Webhook endpoints and what was delivered to them, in the REST API. */
@org.jspecify.annotations.NullMarked
package io.heliograph.api.webhooks;
