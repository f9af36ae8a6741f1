/**
 * Portals that are killed, frozen and cut off while they work, beside a 1s2u and a receiver of webhooks that keep what they
 * really got.
 */
@org.jspecify.annotations.NullMarked
package io.heliograph.crash;
