package io.heliograph.email;

import io.heliograph.text.MessageText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants of its mails.
 *
 * @param sender for mails that no rule is for; null while none was chosen
 * @param rules senders by who writes or signs in
 * @param writers who may write; none for everybody
 * @param subjectInFront whether the subject is the first line of the message
 * @param mostParts 1 to 5 parts that a message may have
 * @param mostMessagesADay at least 1; null for no limit
 * @param reportByMail whether the writer gets a mail when it is known what became of the messages
 */
public record EmailSettings(
        @Nullable String sender,
        List<SenderRule> rules,
        List<Writer> writers,
        boolean subjectInFront,
        int mostParts,
        @Nullable Integer mostMessagesADay,
        boolean reportByMail) {

    /** The most lines that rules, and writers, may have. */
    public static final int MOST_LINES = 200;

    /** Before anything was chosen. */
    public static final EmailSettings UNTOUCHED =
            new EmailSettings(null, List.of(), List.of(), false, MessageText.MAX_SEGMENTS, null, false);

    public EmailSettings {
        rules = List.copyOf(rules);
        writers = List.copyOf(writers);
        if (rules.size() > MOST_LINES || writers.size() > MOST_LINES) {
            throw new IllegalArgumentException("At most " + MOST_LINES + " rules and " + MOST_LINES + " writers");
        }
        if (mostParts < 1 || mostParts > MessageText.MAX_SEGMENTS) {
            throw new IllegalArgumentException("A message has 1 to " + MessageText.MAX_SEGMENTS + " parts");
        }
        if (mostMessagesADay != null && mostMessagesADay < 1) {
            throw new IllegalArgumentException("At least one message a day, or no limit");
        }
    }

    /** These settings with other rules and writers. */
    EmailSettings with(List<SenderRule> otherRules, List<Writer> otherWriters) {
        return new EmailSettings(
                sender, otherRules, otherWriters, subjectInFront, mostParts, mostMessagesADay, reportByMail);
    }

    /** Whether mails from this address are taken. */
    boolean allows(String address) {
        return writers.isEmpty() || writers.stream().anyMatch(writer -> writer.includes(address));
    }

    /**
     * The sender for a mail: by its address, else by its domain, else by the login, else the one for all others.
     *
     * @param username of the credential; null for a mail to a secret address
     */
    Optional<String> senderFor(String address, @Nullable String username) {
        return rules.stream()
                .filter(rule -> rule.isFor(address))
                .min(Comparator.comparing(SenderRule::isDomain))
                .or(() -> rules.stream()
                        .filter(rule -> rule.who().equals(username))
                        .findFirst())
                .map(SenderRule::sender)
                .or(() -> Optional.ofNullable(sender));
    }
}
