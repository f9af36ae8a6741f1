/** The one way in: everything that is sent is accepted, priced and charged here. */
@org.jspecify.annotations.NullMarked
package io.heliograph.submissions;
