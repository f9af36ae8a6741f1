package io.heliograph.sandbox;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.mail.Mail;
import io.heliograph.mail.Outbox;
import io.heliograph.signin.Anyone;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails that would have gone out, newest first, with the link in each as a link. */
@Controller
@Anyone
@ConditionalOnSandbox
class InboxController {

    private static final int SHOWN = 50;
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final Outbox outbox;

    InboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/sandbox/inbox")
    String inbox(@RequestParam(required = false) @Nullable String to, Model model) {
        String recipient = to == null || to.isBlank() ? null : to.strip();
        List<InboxMail> mails = outbox.latest(recipient, SHOWN).stream()
                .map(mail -> new InboxMail(mail, link(mail.body())))
                .toList();
        model.addAttribute("view", new InboxView(mails, recipient));
        return "sandbox/inbox";
    }

    /** The path only: a mail's link leads to where the reader is, whatever the portal thinks it is called. */
    private static @Nullable String link(String body) {
        Matcher matcher = LINK.matcher(body);
        return matcher.find() ? matcher.group(1) : null;
    }

    record InboxMail(Mail mail, @Nullable String link) {}

    record InboxView(List<InboxMail> mails, @Nullable String to) {}
}
