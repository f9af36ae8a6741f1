/** The API that is compatible with 1s2u's own, to the letter of the contract: change the host, and it works. */
@org.jspecify.annotations.NullMarked
package io.heliograph.bulksms;
