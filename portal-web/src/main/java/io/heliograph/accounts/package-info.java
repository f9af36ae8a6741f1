/** A tenant’s account as a whole: opened with an owner and first credits, its queue held while it is suspended. */
@org.jspecify.annotations.NullMarked
package io.heliograph.accounts;
