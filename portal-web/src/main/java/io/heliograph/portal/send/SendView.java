package io.heliograph.portal.send;

import io.heliograph.messages.Alike;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the form says beside what is typed.
 *
 * @param senders used not long ago
 * @param alike what was sent before with the same text to mostly the same numbers; null if nothing was
 * @param focus whether the reader comes from a button in the form, and goes on in the text
 */
record SendView(
        Draft draft,
        CountedText counted,
        List<String> senders,
        @Nullable Alike alike,
        boolean focus) {

    SendView(Draft draft, List<String> senders, @Nullable Alike alike, boolean focus) {
        this(draft, new CountedText(draft.text()), senders, alike, focus);
    }
}
