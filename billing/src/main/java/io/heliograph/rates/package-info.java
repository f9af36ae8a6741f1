/** Prices: who pays what for which number, by the longest prefix, with every seller's margin, and the sellers' terms. */
@org.jspecify.annotations.NullMarked
package io.heliograph.rates;
