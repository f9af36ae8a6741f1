/** What a text costs in parts, and what a number, a sender and a destination are. */
@org.jspecify.annotations.NullMarked
package io.heliograph.text;
