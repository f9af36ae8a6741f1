/** Number checks: one at once, lists as jobs with progress, what they found. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.lookups;
