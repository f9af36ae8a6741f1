package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.util.List;
import java.util.UUID;

/** A purchase whose credits were given, with the refunds and disputes that it had, for the proof. */
record FulfilledPurchase(UUID tenantId, UUID id, Credits credits, List<ReversalRow> reversals) {}
