package io.heliograph.email.smtp;

import io.heliograph.email.Answer;
import io.heliograph.email.SeenMails;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.MailCommand;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * Commands of which the library's own do not suffice: its EHLO offers BDAT, which takes half a mail for a whole one when a
 * connection breaks; and its MAIL ends the connection on a size of many digits.
 */
@Component
class Commands {

    private final Encryption encryption;
    private final Guests guests;
    private final SeenMails seen;

    Commands(Encryption encryption, Guests guests, SeenMails seen) {
        this.encryption = encryption;
        this.guests = guests;
        this.seen = seen;
    }

    /** Puts them in the place of the library's. */
    void putInto(SMTPServer server) {
        CommandHandler commands = server.getCommandHandler();
        commands.addCommand(new Hello());
        commands.addCommand(new SizedMail());
        commands.addCommand(new NoChunks());
    }

    private final class Hello extends BaseCommand {

        Hello() {
            super("EHLO", "Introduce yourself.", "<hostname>");
        }

        @Override
        public void execute(String said, Session session) throws IOException {
            String name = said.substring("EHLO".length()).strip();
            if (name.isEmpty()) {
                session.sendResponse("501 5.5.4 Syntax: EHLO hostname");
                return;
            }
            session.resetMailTransaction();
            session.setHelo(name);
            SMTPServer server = session.getServer();
            StringBuilder offers =
                    new StringBuilder("250-" + server.getHostName() + "\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n");
            if (encryption.isOffered() && !session.isTLSStarted()) {
                offers.append("250-STARTTLS\r\n");
            }
            if (encryption.allowsSecretsOn(session)) {
                offers.append("250-AUTH PLAIN LOGIN\r\n");
            }
            session.sendResponse(offers + "250 SIZE " + server.getMaxMessageSize());
        }
    }

    private final class SizedMail extends BaseCommand {

        private static final Pattern SIZE = Pattern.compile(" SIZE=([0-9]+)", Pattern.CASE_INSENSITIVE);
        private static final int DIGITS_OF_INT = 9;

        private final MailCommand mail = new MailCommand();

        SizedMail() {
            super("MAIL", "Specifies the sender.", "FROM: <sender> [ <parameters> ]");
        }

        @Override
        public void execute(String said, Session session) throws IOException, DropConnectionException {
            Matcher size = SIZE.matcher(said);
            if (size.find() && isTooLarge(size.group(1), session)) {
                Answer answer = Handover.tooLarge(session.getServer().getMaxMessageSize());
                Guest guest = guests.of(session);
                guest.caller().ifPresent(caller -> seen.refused(caller.tenantId(), guest.source(), "", answer));
                session.sendResponse(answer.status() + " " + answer.line());
                return;
            }
            mail.execute(said, session);
        }

        private static boolean isTooLarge(String digits, Session session) {
            return digits.length() > DIGITS_OF_INT
                    || Integer.parseInt(digits) > session.getServer().getMaxMessageSize();
        }
    }

    private static final class NoChunks extends BaseCommand {

        NoChunks() {
            super("BDAT", "Not implemented.");
        }

        @Override
        public void execute(String said, Session session) throws IOException, DropConnectionException {
            throw new DropConnectionException(502, "5.5.1 BDAT is not offered. Use DATA");
        }
    }
}
