/** What the services that we use call back: the delivery reports of 1s2u, the events of Stripe. */
@org.jspecify.annotations.NullMarked
package io.heliograph.callbacks;
