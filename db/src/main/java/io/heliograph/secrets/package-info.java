/** Passwords and secrets that must be readable again, sealed before they reach the database. */
@org.jspecify.annotations.NullMarked
package io.heliograph.secrets;
