package io.heliograph.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Answers that all screens give alike. */
public final class Screens {

    private Screens() {}

    /** The form again, as it was filled in, with a summary of its errors, "Error: " in its title, and 422. */
    public static ModelAndView invalid(String view) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT).addObject("problem", true);
    }

    /** Nothing new since the version that a poll names: 204, so that what is shown stays as it is. */
    public static ModelAndView unchanged() {
        ModelAndView nothing = new ModelAndView((model, request, response) -> {});
        nothing.setStatus(HttpStatus.NO_CONTENT);
        return nothing;
    }

    /** The page that asks before something that cannot be undone, or reaches far. */
    public static ModelAndView confirm(Confirmation confirmation) {
        return new ModelAndView("confirm").addObject("view", confirmation);
    }
}
