/** SMPP for people: credentials, the sessions that are bound, and receipts sent again. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.smpp;
