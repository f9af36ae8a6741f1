/** The operator's provider accounts: how they are doing, and their settings. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.provideraccounts;
