/** SMPP 3.4 on the wire: links with their windows, texts in their codings, parts, times and receipts. */
@org.jspecify.annotations.NullMarked
package io.heliograph.smpp;
