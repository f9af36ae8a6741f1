/** What people set for themselves: the time zone in which they read times. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.profile;
