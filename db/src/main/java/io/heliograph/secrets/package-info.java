/** Passwords and secrets: sealed before they reach the database where they must be readable again, hashed elsewhere. */
@org.jspecify.annotations.NullMarked
package io.heliograph.secrets;
