/** The queue, and its way to 1s2u: never twice (docs/adr/0002-claim-is-the-submitting-commit.md), never lost. */
@org.jspecify.annotations.NullMarked
package io.heliograph.dispatch;
