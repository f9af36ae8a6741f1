package io.heliograph.portal;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done.
 *
 * @param key of the sentence in the messages
 * @param words for its places; texts and numbers only, as it waits in the session
 */
public record Flash(String key, List<? extends Serializable> words, boolean danger) implements Serializable {

    private static final long serialVersionUID = 1;

    /** It worked. */
    public static void done(RedirectAttributes redirect, String key, Serializable... words) {
        redirect.addFlashAttribute("flash", new Flash(key, List.of(words), false));
    }

    /** It did not, or has consequences: read out at once. */
    public static void alert(RedirectAttributes redirect, String key, Serializable... words) {
        redirect.addFlashAttribute("flash", new Flash(key, List.of(words), true));
    }

    /** The words as the template passes them on. */
    public Object[] arguments() {
        return words.toArray();
    }
}
