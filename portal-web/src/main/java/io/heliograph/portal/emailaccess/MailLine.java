package io.heliograph.portal.emailaccess;

import io.heliograph.email.SeenMail;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;

/** One mail that came. */
record MailLine(SeenMail mail) {

    public Status status() {
        return mail.isTaken()
                ? new Status("email.mail.taken", "check", Tone.GOOD, null)
                : new Status("email.mail.refused", "ban", Tone.BAD, null);
    }
}
