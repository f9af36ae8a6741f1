package io.heliograph.email.content;

import io.heliograph.secrets.Sha256;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param from the address of its writer, small letters; empty if it names none
 * @param subject one line; may be empty
 * @param messageId as its program made it; null if it made none
 * @param text what its writer wrote; may be empty
 * @param isAutomaticReply whether a program answered somebody's mail with it (RFC 3834)
 */
public record MailContent(
        String from, String subject, @Nullable String messageId, String text, boolean isAutomaticReply) {

    private static final String KEY_PREFIX = "email:";

    /** The text of the message, with the subject as its first line or without. */
    public String text(boolean withSubject) {
        return withSubject && !subject.isEmpty() ? (subject + "\n" + text).strip() : text;
    }

    /**
     * What is equal when a mail is handed in again, and differs when the rest of a list of recipients comes with the same
     * mail in a second go. Empty for a mail without an id, which cannot be told from another one.
     */
    public Optional<String> keyFor(List<String> msisdns) {
        if (messageId == null) {
            return Optional.empty();
        }
        String all = messageId + "\n"
                + String.join(",", msisdns.stream().distinct().sorted().toList());
        return Optional.of(KEY_PREFIX + Sha256.hex(all));
    }
}
