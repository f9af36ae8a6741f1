/** What a seller asks of its customers: prices by prefix, the default markup, and the terms. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.prices;
