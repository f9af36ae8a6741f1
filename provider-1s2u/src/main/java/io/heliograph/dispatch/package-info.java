/** The queue, and its way to 1s2u: never twice, never lost (design: dispatch). */
@org.jspecify.annotations.NullMarked
package io.heliograph.dispatch;
