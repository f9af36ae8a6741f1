/** The whole line from the compatible API to a 1s2u that is not our simulator and back, in one process and in several. */
@org.jspecify.annotations.NullMarked
package io.heliograph.line;
