/** A seller's customers in the REST API: opened, suspended, given credits and prices. */
@org.jspecify.annotations.NullMarked
package io.heliograph.api.customers;
