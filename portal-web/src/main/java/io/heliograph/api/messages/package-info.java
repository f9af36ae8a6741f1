/** Messages in the REST API: sent, priced, found again and cancelled. */
@org.jspecify.annotations.NullMarked
package io.heliograph.api.messages;
