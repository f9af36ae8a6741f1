/** Delivery reports of 1s2u: stored as they come, matched to their message, and applied once. */
@org.jspecify.annotations.NullMarked
package io.heliograph.reports;
