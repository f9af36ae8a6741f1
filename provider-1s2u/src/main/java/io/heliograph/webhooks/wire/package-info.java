/** What an event looks like on the wire: JSON or the form that 1s2u posts, and its signature (Standard Webhooks). */
@org.jspecify.annotations.NullMarked
package io.heliograph.webhooks.wire;
