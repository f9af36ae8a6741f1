/** Sending from the browser: the form, what it says while it is filled in, and what happens when it is sent. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.send;
