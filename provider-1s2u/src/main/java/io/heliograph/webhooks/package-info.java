/** Tells tenants' own systems what became of their messages: endpoints, events, deliveries and their attempts. */
@org.jspecify.annotations.NullMarked
package io.heliograph.webhooks;
