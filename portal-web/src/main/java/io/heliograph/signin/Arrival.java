package io.heliograph.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After the form: notes where the session is used, and goes on to the page that was wanted. */
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    Arrival(RequestCache wanted) {
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Whereabouts.note(request);
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
