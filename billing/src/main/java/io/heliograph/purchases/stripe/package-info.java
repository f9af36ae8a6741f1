/** All that speaks to Stripe: sessions opened, payments read back, events verified; nothing here knows of credits. */
@NamedInterface("stripe")
@org.jspecify.annotations.NullMarked
package io.heliograph.purchases.stripe;

import org.springframework.modulith.NamedInterface;
