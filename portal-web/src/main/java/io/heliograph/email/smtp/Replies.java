package io.heliograph.email.smtp;

import io.heliograph.email.Answer;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;

/** Answers as the library wants them. */
final class Replies {

    private Replies() {}

    /** The connection goes on. */
    static RejectException reject(Answer answer) {
        return new RejectException(answer.status(), answer.line());
    }

    /** The connection ends with it. */
    static RejectException drop(Answer answer) {
        return new DropConnectionException(answer.status(), answer.line());
    }
}
