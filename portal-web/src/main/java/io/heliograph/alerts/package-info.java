/** Mails to the people who can do something about it when a provider, a purchase or a webhook needs a hand. */
@org.jspecify.annotations.NullMarked
package io.heliograph.alerts;
