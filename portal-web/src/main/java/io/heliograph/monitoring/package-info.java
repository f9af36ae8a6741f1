/** What programs that watch over an installation read: meters of its queues and books, and who may read them. */
@org.jspecify.annotations.NullMarked
package io.heliograph.monitoring;
