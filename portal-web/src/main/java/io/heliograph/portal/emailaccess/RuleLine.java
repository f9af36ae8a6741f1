package io.heliograph.portal.emailaccess;

import io.heliograph.email.SenderRule;
import io.heliograph.email.Writer;
import io.heliograph.text.SenderId;
import java.util.List;
import java.util.Optional;

/** A rule as a line: {@code desk@alpine.test = Alpine}, {@code @alpine.test = Alpine} or {@code <username> = Alpine}. */
final class RuleLine {

    private RuleLine() {}

    /** Reads one; empty when it is out of form, or names a username that is not one of these. */
    static Optional<SenderRule> read(String line, List<String> usernames) {
        int sign = line.indexOf('=');
        if (sign < 0) {
            return Optional.empty();
        }
        String who = line.substring(0, sign).strip();
        Optional<SenderId> sender = SenderId.parse(line.substring(sign + 1).strip());
        return who(who, usernames).flatMap(known -> sender.map(one -> new SenderRule(known, one.value())));
    }

    private static Optional<String> who(String typed, List<String> usernames) {
        return usernames.contains(typed)
                ? Optional.of(typed)
                : Writer.parse(typed).map(Writer::pattern);
    }
}
