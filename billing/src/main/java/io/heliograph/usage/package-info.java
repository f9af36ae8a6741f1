/** What tenants used: messages, segments, credits and margin by day, destination, sender, channel and state. */
@org.jspecify.annotations.NullMarked
package io.heliograph.usage;
