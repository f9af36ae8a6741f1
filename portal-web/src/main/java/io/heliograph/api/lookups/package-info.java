/** Lookups in the REST API: started, followed, paused, stopped, and what they found out. */
@org.jspecify.annotations.NullMarked
package io.heliograph.api.lookups;
