/** OAuth2: the clients that tenants register, the tokens they get, and the keys that sign those. */
@org.jspecify.annotations.NullMarked
package io.heliograph.oauth;
