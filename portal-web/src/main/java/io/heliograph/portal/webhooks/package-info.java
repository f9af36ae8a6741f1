/** Webhooks as their owner sees them: endpoints, secrets, deliveries with every try, replays, tests. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.webhooks;
