/** The first page of each kind of tenant. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.overview;
