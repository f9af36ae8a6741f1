/** The operator's view of the ledger proof. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.proof;
