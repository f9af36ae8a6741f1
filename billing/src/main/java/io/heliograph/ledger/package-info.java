/** Credits: wallets, the append-only double-entry ledger that moves them, statements, and the proof that it adds up. */
@org.jspecify.annotations.NullMarked
package io.heliograph.ledger;
