package io.heliograph.email;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret address of a customer, as far as it can be told: the secret itself is kept as a hash.
 *
 * @param endsAt when it stops working, as a newer one has replaced it; null for the newest
 */
public record SecretAddress(Instant createdAt, @Nullable Instant endsAt) {}
