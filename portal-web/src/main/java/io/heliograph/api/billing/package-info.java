/** Credits and usage in the REST API. */
@org.jspecify.annotations.NullMarked
package io.heliograph.api.billing;
