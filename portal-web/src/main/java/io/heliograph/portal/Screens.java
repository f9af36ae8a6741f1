package io.heliograph.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Answers that all screens give alike. */
public final class Screens {

    private Screens() {}

    /** The form again, as it was filled in, with a summary of its errors, "Error: " in its title, and 422. */
    public static ModelAndView invalid(String view) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT).addObject("problem", true);
    }

    /** To a poll that has nothing new to show: 204, and the page stays as it is. */
    public static ModelAndView unchanged() {
        View nothing = (model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value());
        return new ModelAndView(nothing);
    }

    /** The page that asks before something that cannot be undone, or reaches far. */
    public static ModelAndView confirm(Confirmation confirmation) {
        return new ModelAndView("confirm").addObject("view", confirmation);
    }
}
