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
import javax.net.ssl.SSLSocketFactory;
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

    /** With TLS, and only to a host whose certificate this trusts. */
    static Post trusting(int port, String username, String secret, SSLSocketFactory trusted) {
        Post post = at(port, username, secret, true);
        Properties settings = post.session.getProperties();
        settings.remove("mail.smtp.ssl.trust");
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.ssl.socketFactory", trusted);
        return post;
    }

    /** Sends mails to one address over one connection; what each was refused with, as {@link #send}. */
    List<String> sendOnOneConnection(String to, List<String> texts) throws MessagingException {
        List<String> said = new ArrayList<>();
        Transport transport = session.getTransport("smtp");
        transport.connect();
        for (String text : texts) {
            MimeMessage mail = mail(text);
            mail.setRecipient(RecipientType.TO, new InternetAddress(to, false));
            mail.saveChanges();
            said.add(send(transport, mail));
        }
        if (transport.isConnected()) {
            transport.close();
        }
        return said;
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
            return send(transport, mail);
        } catch (MessagingException e) {
            return said(e);
        }
    }

    private static String send(Transport transport, MimeMessage mail) {
        try {
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
