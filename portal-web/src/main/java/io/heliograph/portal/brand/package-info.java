/** A reseller's own brand: what its customers see over their pages and mails. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.brand;
