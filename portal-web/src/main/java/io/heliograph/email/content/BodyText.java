package io.heliograph.email.content;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the part of a mail that its writer wrote, and its text. */
final class BodyText {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;

    private @Nullable Part plain;
    private @Nullable Part html;
    private int seen;

    private BodyText() {}

    static String of(Part mail) throws MessagingException, IOException, UnreadableMailException {
        BodyText body = new BodyText();
        body.look(mail, 0);
        return body.text();
    }

    /** The first plain part and the first of HTML, attachments aside. */
    private void look(Part part, int depth) throws MessagingException, UnreadableMailException {
        seen++;
        if (depth > DEEPEST || seen > MOST_PARTS) {
            throw new UnreadableMailException(
                    "The mail has more than " + MOST_PARTS + " parts, or parts in parts in parts");
        }
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount() && plain == null; i++) {
                BodyPart inner = parts.getBodyPart(i);
                look(inner, depth + 1);
            }
        } else if (isAttachment(part)) {
            return;
        } else if (plain == null && part.isMimeType("text/plain")) {
            plain = part;
        } else if (html == null && part.isMimeType("text/html")) {
            html = part;
        }
    }

    private String text() throws MessagingException, IOException {
        if (plain != null) {
            ContentType type = contentType(plain);
            String raw = Charsets.decode(plain.getInputStream().readAllBytes(), type.getParameter("charset"));
            String whole = "flowed".equalsIgnoreCase(type.getParameter("format"))
                    ? Flowed.joined(raw, "yes".equalsIgnoreCase(type.getParameter("delsp")))
                    : raw;
            return Tidy.text(Written.by(whole));
        }
        if (html != null) {
            String raw = Charsets.decode(
                    html.getInputStream().readAllBytes(), contentType(html).getParameter("charset"));
            return Tidy.text(Written.by(HtmlText.of(raw)));
        }
        return "";
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        @Nullable String[] disposition = part.getHeader("Content-Disposition");
        return disposition != null
                && Optional.ofNullable(disposition[0])
                        .filter(value -> value.strip().regionMatches(true, 0, "attachment", 0, 10))
                        .isPresent();
    }

    private static ContentType contentType(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException _) {
            return new ContentType("text", "plain", null);
        }
    }
}
