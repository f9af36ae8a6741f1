/** SMPP receipts: written with the change of state they tell of, and kept until the tenant's system has answered them. */
@org.jspecify.annotations.NullMarked
package io.heliograph.receipts;
