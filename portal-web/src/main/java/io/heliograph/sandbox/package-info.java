/** What runs when nothing is configured: the people of the sandbox, and its inbox. Nothing of this exists elsewhere. */
@org.jspecify.annotations.NullMarked
package io.heliograph.sandbox;
