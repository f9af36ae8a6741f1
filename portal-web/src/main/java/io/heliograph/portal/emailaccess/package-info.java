/** What a customer needs to send by e-mail: the server, its settings, the secret address, and the last mails. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.emailaccess;
