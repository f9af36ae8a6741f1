package io.heliograph.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the person of a session anew with each request. Who was disabled, or whose tenant was suspended, is signed out;
 * who got another role has it from this request on.
 */
class StillWelcome extends OncePerRequestFilter {

    private final Principals principals;

    StillWelcome(Principals principals) {
        this.principals = principals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken token) {
            Optional<SignedIn> now = principals.current(token.getPrincipal().userId());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            now.ifPresentOrElse(who -> context.setAuthentication(new SignInToken(who)), () -> endSession(request));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
