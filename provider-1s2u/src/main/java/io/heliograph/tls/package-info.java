/** Certificates of this installation: those that its ports show, and those that it trusts. */
@org.jspecify.annotations.NullMarked
package io.heliograph.tls;
