package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads to the page that asks for what is missing, and keeps the page that was wanted. */
class StepEntryPoint implements AuthenticationEntryPoint {

    private final String path;
    private final RequestCache wanted;

    StepEntryPoint(String path, RequestCache wanted) {
        this.path = path;
        this.wanted = wanted;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + path);
            return;
        }
        wanted.saveRequest(request, response);
        response.sendRedirect(request.getContextPath() + path);
    }
}
