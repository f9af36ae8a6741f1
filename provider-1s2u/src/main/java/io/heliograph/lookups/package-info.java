/** Looks numbers up at their networks (HLR): jobs of 1 to 100,000 numbers, priced and paid for as they start. */
@org.jspecify.annotations.NullMarked
package io.heliograph.lookups;
