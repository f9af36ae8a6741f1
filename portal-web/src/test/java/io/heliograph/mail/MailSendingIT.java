package io.heliograph.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DatabaseTest
@Import(MailRows.class)
class MailSendingIT {

    private static final MailProperties PROPERTIES = new MailProperties("no-reply@example.test", Duration.ofDays(2));

    @Autowired
    MailRows rows;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private final MailServer server = new MailServer();

    @Test
    void sendsWhatWaitsOnceInTheNameOfTheBrand() throws MessagingException {
        keep("Hello");

        sendDue();
        sendDue();

        assertThat(server.taken).hasSize(1);
        MimeMessage mail = server.taken.getFirst();
        assertThat(mail.getFrom()[0]).hasToString("Northwind Telecom <no-reply@example.test>");
        assertThat(mail.getSubject()).isEqualTo("Hello");
        assertThat(rows.latest("ana@example.test", 1).getFirst().sentAt()).isNotNull();
    }

    @Test
    void triesAgainLaterWhatTheServerDidNotTake() {
        keep("Hello");
        server.refuses = true;
        sendDue();
        assertThat(rows.latest(null, 1).getFirst().lastError()).contains("not now");

        server.refuses = false;
        sendDue();
        assertThat(server.taken).isEmpty();
        jdbc.sql("UPDATE mail_outbox SET due_at = UTC_TIMESTAMP(6)").update();
        sendDue();

        assertThat(server.taken).hasSize(1);
    }

    @Test
    void givesUpAfterTwoDays() {
        keep("Hello");
        jdbc.sql("UPDATE mail_outbox SET created_at = created_at - INTERVAL 3 DAY")
                .update();
        server.refuses = true;

        sendDue();

        long waiting = jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE due_at IS NOT NULL")
                .query(Long.class)
                .single();
        assertThat(waiting).isZero();
    }

    private void keep(String subject) {
        transactions.run(
                () -> rows.insert(RowIds.next(), "Northwind Telecom", "ana@example.test", subject, "Hello Ana"));
    }

    private void sendDue() {
        new MailSending(rows, transactions, server, PROPERTIES).sendDue();
    }

    private static final class MailServer extends JavaMailSenderImpl {

        private final List<MimeMessage> taken = new ArrayList<>();
        private boolean refuses;

        @Override
        public void send(MimeMessage... messages) {
            if (refuses) {
                throw new MailSendException("not now");
            }
            taken.addAll(Arrays.asList(messages));
        }
    }
}
