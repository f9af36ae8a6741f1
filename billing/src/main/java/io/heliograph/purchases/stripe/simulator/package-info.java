/** A Stripe for the sandbox and the tests: an HTTP server behind the real client, with a checkout page of its own. */
@NamedInterface("stripe-simulator")
@org.jspecify.annotations.NullMarked
package io.heliograph.purchases.stripe.simulator;

import org.springframework.modulith.NamedInterface;
