/** Who calls the REST API and what they may do there: API keys, and the seam for other kinds of bearer tokens. */
@org.jspecify.annotations.NullMarked
package io.heliograph.apikeys;
