/** The application itself; each sub-package is one module of it. */
@org.jspecify.annotations.NullMarked
package io.heliograph;
