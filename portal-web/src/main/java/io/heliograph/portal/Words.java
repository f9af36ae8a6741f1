package io.heliograph.portal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences from the messages in the reader's language, for texts that are put together in Java. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence of a key, with its places filled; a key that is missing is a bug. */
    public String of(String key, Object... words) {
        return in(LocaleContextHolder.getLocale(), key, words);
    }

    /** The same in a language that is not the reader's. */
    String in(Locale language, String key, Object... words) {
        return messages.getMessage(key, words, language);
    }
}
