package io.heliograph.mail;

import io.heliograph.db.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way out for mails: kept with what they tell of, in the same transaction, and sent in the background. */
@Component
public class Outbox {

    private static final int SUBJECT_LENGTH = 200;

    private final MailRows rows;
    private final Transactions transactions;
    private final ObjectProvider<SenderNames> senderNames;

    Outbox(MailRows rows, Transactions transactions, ObjectProvider<SenderNames> senderNames) {
        this.rows = rows;
        this.transactions = transactions;
        this.senderNames = senderNames;
    }

    /**
     * Keeps a mail for sending, in the caller's transaction or its own.
     *
     * @param tenantId whose person gets it: the mail goes out under the name of that tenant's brand
     * @param recipient an e-mail address
     * @param subject one line; more than 200 characters are cut
     * @param body plain text
     */
    public void send(UUID tenantId, String recipient, String subject, String body) {
        String line = subject.replaceAll("\\R", " ");
        String cut = line.length() > SUBJECT_LENGTH ? line.substring(0, SUBJECT_LENGTH) : line;
        transactions.run(() -> rows.insert(tenantId, senderNames.getObject().of(tenantId), recipient, cut, body));
    }

    /** The newest mails first, all or of one address. */
    public List<Mail> latest(@Nullable String recipient, int limit) {
        return rows.latest(recipient, limit);
    }
}
