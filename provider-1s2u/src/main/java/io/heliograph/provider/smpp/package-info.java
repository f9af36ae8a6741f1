/** 1s2u's SMPP interface (contract M1 to M6): sessions, parts, answers and receipts. */
@NamedInterface("smpp")
@org.jspecify.annotations.NullMarked
package io.heliograph.provider.smpp;

import org.springframework.modulith.NamedInterface;
