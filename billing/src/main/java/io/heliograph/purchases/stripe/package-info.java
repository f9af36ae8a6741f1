/** All that speaks to Stripe: sessions opened, payments read back, events verified; nothing here knows of credits. */
@org.jspecify.annotations.NullMarked
package io.heliograph.purchases.stripe;
