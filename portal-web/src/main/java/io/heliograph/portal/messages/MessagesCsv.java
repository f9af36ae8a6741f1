package io.heliograph.portal.messages;

import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Words;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Messages as a file for spreadsheets: numbers with spaces, so that they are not shortened; texts that look like formulas
 * made harmless; times with their zone.
 */
@Component
class MessagesCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Messages messages;
    private final Fmt fmt;
    private final Words words;
    private final Clock clock;

    MessagesCsv(Messages messages, Fmt fmt, Words words, Clock clock) {
        this.messages = messages;
        this.fmt = fmt;
        this.words = words;
        this.clock = clock;
    }

    /** Writes all that is found, page by page. */
    void write(UUID tenantId, Search search, Appendable out) throws IOException {
        out.append(BYTE_ORDER_MARK).append(words.of("messages.csv.head")).append("\r\n");
        if (search.isUnreadable()) {
            return;
        }
        MessageFilter filter = search.filter(clock);
        UUID before = null;
        List<Message> page;
        do {
            page = messages.page(tenantId, filter, before, Messages.MAX_PAGE);
            for (Message message : page) {
                out.append(line(message)).append("\r\n");
            }
            before = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == Messages.MAX_PAGE);
    }

    private String line(Message message) {
        return String.join(
                ",",
                List.of(
                        quoted(fmt.phone(message.msisdn())),
                        text(message.sender()),
                        text(message.text()),
                        quoted(words.of("message.state." + message.state())),
                        quoted(Reason.of(message)
                                .map(reason -> words.of("message.reason." + reason + ".short"))
                                .orElse("")),
                        time(message.acceptedAt()),
                        time(message.submittedAt()),
                        time(message.stateAt()),
                        Integer.toString(message.segments()),
                        message.price().toString(),
                        message.refunded().toString(),
                        message.id().toString(),
                        message.submissionId().toString()));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return quoted((formula ? "'" : "") + text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
