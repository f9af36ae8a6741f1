/** The screen on which an operator sees how an installation's queues and one of its nodes are doing. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.monitoring;
