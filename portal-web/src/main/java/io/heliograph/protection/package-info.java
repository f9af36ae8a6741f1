/** The second step of a sign-in: authenticator apps, passkeys, recovery codes, and which tenants require one. */
@org.jspecify.annotations.NullMarked
package io.heliograph.protection;
