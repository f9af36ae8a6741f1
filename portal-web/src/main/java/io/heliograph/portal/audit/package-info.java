/** The log of what people did, to be read and filtered. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.audit;
