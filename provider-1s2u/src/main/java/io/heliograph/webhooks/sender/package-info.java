/** Takes deliveries from the durable queue, makes them and records what came back; every node runs one. */
@org.jspecify.annotations.NullMarked
package io.heliograph.webhooks.sender;
