package io.heliograph.mail;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server where one is configured; without, they stay in the outbox and are read there. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailSending {

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int ERROR_LENGTH = 200;

    private final MailRows rows;
    private final Transactions transactions;
    private final JavaMailSender mailServer;
    private final MailProperties properties;

    MailSending(MailRows rows, Transactions transactions, JavaMailSender mailServer, MailProperties properties) {
        this.rows = rows;
        this.transactions = transactions;
        this.mailServer = mailServer;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${heliograph.mail.every:2s}")
    void sendDue() {
        UUID lease = RowIds.next();
        List<Mail> claimed = transactions.call(() -> rows.claim(lease, LEASE, BATCH));
        for (Mail mail : claimed) {
            send(mail, lease);
        }
    }

    private void send(Mail mail, UUID lease) {
        try {
            mailServer.send(mime(mail));
            transactions.run(() -> rows.sent(mail.id(), lease));
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            LOG.warn("A mail was not taken and is tried again: {}", e.getMessage());
            String why = String.valueOf(e.getMessage());
            String cut = why.length() > ERROR_LENGTH ? why.substring(0, ERROR_LENGTH) : why;
            transactions.run(() -> rows.failed(mail.id(), lease, cut, properties.tryFor()));
        }
    }

    private MimeMessage mime(Mail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = mailServer.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        parts.setFrom(properties.from(), mail.sender() == null ? "" : mail.sender());
        parts.setTo(mail.recipient());
        parts.setSubject(mail.subject());
        parts.setText(mail.body(), false);
        return message;
    }
}
