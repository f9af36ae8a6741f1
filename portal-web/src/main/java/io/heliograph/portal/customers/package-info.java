/** A seller's customers: for a reseller its customers, for the operator its resellers. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.customers;
