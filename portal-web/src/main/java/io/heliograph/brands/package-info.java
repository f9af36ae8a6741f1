/** How a seller's portal looks: the brand's values, its colours, and the pictures that it uploaded. */
@org.jspecify.annotations.NullMarked
package io.heliograph.brands;
