/** Messages: their states, what each change of state does to money and usage, and how they are found again. */
@org.jspecify.annotations.NullMarked
package io.heliograph.messages;
