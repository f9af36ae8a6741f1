package io.heliograph.email;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.Tenants;
import io.heliograph.text.Encoding;
import io.heliograph.text.MessageText;
import io.heliograph.text.SenderId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What customers have chosen for their mails. */
@Component
public class EmailAccess {

    private final SettingsRows rows;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Transactions transactions;

    EmailAccess(SettingsRows rows, Tenants tenants, AuditLog audit, Transactions transactions) {
        this.rows = rows;
        this.tenants = tenants;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The settings of a customer; before it has chosen a sender, that is as much of its name as a sender can hold. */
    public EmailSettings settings(UUID tenantId) {
        EmailSettings chosen = rows.find(tenantId).orElse(EmailSettings.UNTOUCHED);
        return new EmailSettings(
                Objects.requireNonNullElseGet(
                        chosen.sender(), () -> senderOf(tenants.get(tenantId).name())),
                chosen.rules(),
                chosen.writers(),
                chosen.subjectInFront(),
                chosen.mostParts(),
                chosen.mostMessagesADay(),
                chosen.reportByMail());
    }

    /** Replaces them all. */
    public void change(UUID tenantId, EmailSettings settings) {
        transactions.run(() -> {
            EmailSettings before = settings(tenantId);
            rows.replace(tenantId, settings);
            note(tenantId, before, settings);
        });
    }

    private void note(UUID tenantId, EmailSettings before, EmailSettings now) {
        if (!now.rules().equals(before.rules())) {
            write(
                    tenantId,
                    Act.EMAIL_SENDERS_CHANGED,
                    now.rules().stream()
                            .map(rule -> rule.who() + " = " + rule.sender())
                            .collect(Collectors.joining(", ")));
        }
        if (!now.writers().equals(before.writers())) {
            write(
                    tenantId,
                    Act.EMAIL_WRITERS_CHANGED,
                    now.writers().stream().map(Writer::pattern).collect(Collectors.joining(", ")));
        }
        if (!now.with(before.rules(), before.writers()).equals(before)) {
            write(tenantId, Act.EMAIL_CHANGED, Objects.requireNonNullElse(now.sender(), ""));
        }
    }

    private void write(UUID tenantId, Act act, String detail) {
        audit.write(new NewEntry(tenantId, act, tenantId, tenants.get(tenantId).name(), detail));
    }

    /** As many words of a name as fit into a sender, or as many letters of the first word. */
    static String senderOf(String name) {
        String held = name.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> MessageText.of(letter).encoding() == Encoding.GSM7)
                .collect(Collectors.joining())
                .strip();
        if (held.length() <= SenderId.MAX_CHARACTERS) {
            return held.isEmpty() ? "SMS" : held;
        }
        int end = held.lastIndexOf(' ', SenderId.MAX_CHARACTERS);
        return held.substring(0, end > 0 ? end : SenderId.MAX_CHARACTERS).strip();
    }
}
