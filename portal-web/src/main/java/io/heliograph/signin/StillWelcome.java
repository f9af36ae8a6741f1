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
 * who got another role has it from this request on; who has signed in as somebody is themselves again when that is over.
 */
class StillWelcome extends OncePerRequestFilter {

    private final Principals principals;
    private final StandIns standIns;
    private final SigningIn signingIn;

    StillWelcome(Principals principals, StandIns standIns, SigningIn signingIn) {
        this.principals = principals;
        this.standIns = standIns;
        this.signingIn = signingIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken token) {
            SignedIn was = token.getPrincipal();
            Optional<SignedIn> now = was.standIn() == null ? principals.current(was.userId()) : standIns.current(was);
            if (was.standIn() != null && now.isPresent() && now.get().standIn() == null) {
                signingIn.keep(token.as(now.get()), request, response);
                leadHome(request, response);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            now.ifPresentOrElse(who -> context.setAuthentication(token.as(who)), () -> endSession(request));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** The page that was open is not the person's own. */
    private static void leadHome(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/");
        } else {
            response.sendRedirect(request.getContextPath() + "/");
        }
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
