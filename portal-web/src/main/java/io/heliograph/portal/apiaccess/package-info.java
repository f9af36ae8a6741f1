/** What developers need to connect: credentials, samples, codes, and the last calls. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.apiaccess;
