/** What protects a person’s own sign-in: password, second step, recovery codes, sessions; and a tenant’s rule for all. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.security;
