/** Sign-in with a company’s own OpenID provider: whose it is, what it says, and which account that is here. */
@org.jspecify.annotations.NullMarked
package io.heliograph.federation;
