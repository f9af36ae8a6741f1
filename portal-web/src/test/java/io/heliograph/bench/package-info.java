/**
 * The benchmark: a portal, a database, a 1s2u, a receiver of webhooks and a load, each a process of its own on the loopback
 * address.
 */
@org.jspecify.annotations.NullMarked
package io.heliograph.bench;
