/** The screens of messages: the list, one message with its timeline, and the list as a file. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.messages;
