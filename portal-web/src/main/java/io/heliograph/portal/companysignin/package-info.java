/** The settings of a seller's own OpenID provider. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.companysignin;
