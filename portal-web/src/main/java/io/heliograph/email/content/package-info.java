/** What a mail says: the text a person wrote, without markup, signature and history. */
@org.jspecify.annotations.NullMarked
package io.heliograph.email.content;
