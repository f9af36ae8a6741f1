/** E-mail to SMS: whose mail may become messages, under which sender, and what became of it. */
@org.jspecify.annotations.NullMarked
package io.heliograph.email;
