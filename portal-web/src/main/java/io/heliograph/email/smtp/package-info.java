/** The SMTP server that mails come in by: who is at the door, what they may say, and how they are answered. */
@org.jspecify.annotations.NullMarked
package io.heliograph.email.smtp;
