/** The screens: their frame, navigation and words here, each feature in a package below. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal;
