/** API credentials: made here, shown once, and checked in microseconds with each call. */
@org.jspecify.annotations.NullMarked
package io.heliograph.credentials;
