/** Chromium for the tests: found, or installed; wide or a phone. */
@org.jspecify.annotations.NullMarked
package io.heliograph.browser;
