package io.heliograph.portal;

import io.heliograph.secrets.Secrets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A secret on its way from the form that made it to the page that shows it, which finds it once. Sealed, as what waits for
 * a redirect lies in the table of sessions.
 */
@Component
public class ShownOnce {

    private static final String NAME = "shownOnce";

    private final Secrets secrets;

    ShownOnce(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Hands a secret to the page that the redirect leads to. */
    public void pass(RedirectAttributes redirect, String secret) {
        redirect.addFlashAttribute(NAME, secrets.encrypt(secret));
    }

    /** The secret, the first time that the page is asked for; empty when it is loaded again. */
    public Optional<String> take(Model model) {
        return model.getAttribute(NAME) instanceof byte[] sealed
                ? Optional.of(secrets.decrypt(sealed))
                : Optional.empty();
    }
}
