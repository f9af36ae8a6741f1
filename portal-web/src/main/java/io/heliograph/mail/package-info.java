/** Mails on their way out: written in the caller's transaction, sent in the background, tried again. */
@org.jspecify.annotations.NullMarked
package io.heliograph.mail;
