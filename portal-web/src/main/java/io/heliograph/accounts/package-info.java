/** A tenant's account as a whole: opened with a wallet and an owner, and its queue held while it is suspended. */
@org.jspecify.annotations.NullMarked
package io.heliograph.accounts;
