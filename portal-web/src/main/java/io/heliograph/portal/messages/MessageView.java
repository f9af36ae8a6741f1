package io.heliograph.portal.messages;

import io.heliograph.messages.Message;
import io.heliograph.portal.Live;
import io.heliograph.portal.Status;
import io.heliograph.reports.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message with all that happened to it.
 *
 * @param phone the number as people write it
 * @param moments oldest first
 * @param reason why it was not delivered; null where nothing went wrong
 * @param account the provider account by which it went, for the operator only
 * @param mayStop whether the reader may stop it now
 * @param maySend whether the reader may send it again
 * @param mayRefund whether the reader may give its price back
 */
record MessageView(
        Whose whose,
        Message message,
        String phone,
        Status status,
        List<Moment> moments,
        @Nullable Reason reason,
        String charge,
        List<Report> reports,
        @Nullable String account,
        boolean mayStop,
        boolean maySend,
        boolean mayRefund,
        Live live) {

    public String href() {
        return whose.base() + "/" + message.id();
    }

    /** The key of the sentence that says where the message is. */
    public String sentence() {
        return "message.sentence." + message.state();
    }

    /** The list of all messages to the same number. */
    public String sameNumber() {
        return whose.base() + "?q=" + message.msisdn();
    }

    public String sameSubmission() {
        return whose.base() + "?submission=" + message.submissionId();
    }
}
