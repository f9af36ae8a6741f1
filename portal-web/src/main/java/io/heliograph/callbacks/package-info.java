/** What the services that we use call back: the delivery reports of 1s2u. */
@org.jspecify.annotations.NullMarked
package io.heliograph.callbacks;
