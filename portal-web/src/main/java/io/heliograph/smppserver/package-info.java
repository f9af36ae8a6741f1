/** The SMPP server of tenants: their systems bind, submit, ask, cancel, and are told what became of their messages. */
@org.jspecify.annotations.NullMarked
package io.heliograph.smppserver;
