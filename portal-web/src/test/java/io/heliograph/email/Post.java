package io.heliograph.email;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail program, by Jakarta Mail: one login, and mails that it sends. */
final class Post {

    private final Session session;

    private Post(Session session) {
        this.session = session;
    }

    static Post at(int port, @Nullable String username, @Nullable String secret, boolean tls) {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.auth", Boolean.toString(username != null));
        settings.put("mail.smtp.starttls.required", Boolean.toString(tls));
        settings.put("mail.smtp.ssl.trust", "*");
        settings.put("mail.smtp.sendpartial", "false");
        settings.put("mail.smtp.timeout", "20000");
        return new Post(Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(username, secret);
            }
        }));
    }

    /** A mail to write on. */
    MimeMessage mail(String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("ana@alpine.test"));
        mail.setSubject("Ready");
        mail.setText(text, "utf-8");
        return mail;
    }

    /** Sends a text to these addresses; every line that it was refused with, none if it was taken. */
    String send(String text, String... to) throws MessagingException {
        return send(mail(text), to);
    }

    /** Sends a mail, with the id that it has if it has one. */
    String send(MimeMessage mail, String... to) throws MessagingException {
        List<InternetAddress> all = new ArrayList<>();
        for (String address : to) {
            all.add(new InternetAddress(address, false));
        }
        mail.setRecipients(RecipientType.TO, all.toArray(InternetAddress[]::new));
        if (mail.getMessageID() == null) {
            mail.saveChanges();
        }
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
            return "";
        } catch (MessagingException e) {
            return said(e);
        }
    }

    private static String said(Exception refusal) {
        StringBuilder said = new StringBuilder();
        for (Exception e = refusal; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            said.append(e.getMessage()).append('\n');
        }
        return said.toString();
    }
}
