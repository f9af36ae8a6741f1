package io.heliograph.email.content;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads mails (RFC 5322, MIME). */
public final class MailReader {

    /** A mail of the largest size takes many times its size while it is read. */
    private static final Semaphore AT_A_TIME = new Semaphore(8);

    private static final Session SESSION = Session.getInstance(new Properties());

    private MailReader() {}

    /**
     * Reads a mail; the text is that of its plain part, or of its HTML where it has no plain one.
     *
     * @param bytes all of it, headers included
     */
    public static MailContent read(byte[] bytes) throws UnreadableMailException {
        AT_A_TIME.acquireUninterruptibly();
        try {
            MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            return new MailContent(
                    from(mail),
                    Tidy.line(Objects.requireNonNullElse(mail.getSubject(), "")),
                    header(mail, "Message-ID").orElse(null),
                    BodyText.of(mail),
                    isAutomaticReply(mail));
        } catch (MessagingException | IOException e) {
            throw new UnreadableMailException("The mail cannot be read: " + e.getMessage(), e);
        } finally {
            AT_A_TIME.release();
        }
    }

    private static String from(MimeMessage mail) throws MessagingException {
        @Nullable String header = mail.getHeader("From", ",");
        if (header == null) {
            return "";
        }
        return Stream.of(InternetAddress.parseHeader(header, false))
                .map(InternetAddress::getAddress)
                .filter(Objects::nonNull)
                .findFirst()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static boolean isAutomaticReply(MimeMessage mail) throws MessagingException {
        return header(mail, "Auto-Submitted")
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("auto-replied"))
                        .isPresent()
                || header(mail, "X-Autoreply").isPresent()
                || header(mail, "Content-Type")
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("multipart/report"))
                        .isPresent();
    }

    private static Optional<String> header(MimeMessage mail, String name) throws MessagingException {
        return Optional.ofNullable(mail.getHeader(name)).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
