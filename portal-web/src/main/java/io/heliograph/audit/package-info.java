/** The log of what people did: who, when, from where, what, and on whom; written with the act, never changed. */
@org.jspecify.annotations.NullMarked
package io.heliograph.audit;
