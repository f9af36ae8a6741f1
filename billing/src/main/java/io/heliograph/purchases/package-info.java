/** Credits bought with money: what sellers offer, checkouts at Stripe, their fulfilment and what is clawed back. */
@org.jspecify.annotations.NullMarked
package io.heliograph.purchases;
