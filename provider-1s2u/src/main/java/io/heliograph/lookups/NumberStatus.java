package io.heliograph.lookups;

import io.heliograph.provider.HlrAnswer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer says of a number. */
public enum NumberStatus {
    /** In use and reachable. */
    ACTIVE,
    /** In use, but switched off or out of reach for now. */
    SWITCHED_OFF,
    /** In use, but it can't get messages. */
    NO_MESSAGES,
    /** Not in use: the network does not know it. */
    NOT_IN_USE,
    /** The network gave no clear answer. */
    UNCLEAR;

    /** Words of 1s2u's table, and those seen beside it (contract H3, H3b); they say more than the code. */
    private static final Map<String, NumberStatus> WORDS = Map.ofEntries(
            Map.entry("live", ACTIVE),
            Map.entry("absent", SWITCHED_OFF),
            Map.entry("absent subscriber", SWITCHED_OFF),
            Map.entry("call barred", NO_MESSAGES),
            Map.entry("cug reject", NO_MESSAGES),
            Map.entry("sms facility not supported", NO_MESSAGES),
            Map.entry("sms tele service not provisioned", NO_MESSAGES),
            Map.entry("no teleservice", NO_MESSAGES),
            Map.entry("dead", NOT_IN_USE),
            Map.entry("unknown subscriber", NOT_IN_USE),
            Map.entry("unknown user", NOT_IN_USE));

    /** Codes that come without words we know (contract H3, H3b). */
    private static final Map<Integer, NumberStatus> CODES =
            Map.of(0, ACTIVE, 2, NOT_IN_USE, 4, NO_MESSAGES, 11, NO_MESSAGES, 27, SWITCHED_OFF);

    private static final int TEMPORARILY_UNDELIVERED = 1;

    /** What an answer says; {@link #UNCLEAR} for words and a code that are in no table. */
    public static NumberStatus of(HlrAnswer answer) {
        int code = answer.code().orElse(-1);
        if (code == 0) {
            return ACTIVE;
        }
        @Nullable String words = answer.error();
        NumberStatus byWords = words == null ? null : WORDS.get(words.toLowerCase(Locale.ROOT));
        if (byWords != null) {
            return byWords;
        }
        return words == null && code == TEMPORARILY_UNDELIVERED ? SWITCHED_OFF : CODES.getOrDefault(code, UNCLEAR);
    }
}
