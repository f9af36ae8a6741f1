package io.heliograph.smpp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A delivery receipt, in the text that SMPP 3.4 proposes (appendix B).
 *
 * @param messageId as the message was answered with
 * @param error 0, or a network's reason
 */
public record Receipt(String messageId, Instant submittedAt, Instant doneAt, ReceiptState state, int error) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** {@code id:… sub:001 dlvrd:001 submit date:… done date:… stat:DELIVRD err:000 text:}, the times in UTC. */
    public String text() {
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%03d text:"
                .formatted(
                        messageId,
                        state.isDelivered() ? "001" : "000",
                        TIME.format(submittedAt),
                        TIME.format(doneAt),
                        state,
                        error);
    }
}
