package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import io.heliograph.credentials.AnsweredCalls;
import io.heliograph.credentials.Credentials;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes each call whose credential is known, for its developer to read: answered or refused, and why. Stands around the
 * {@link BearerSignIn}, so that it sees what that refuses.
 */
class CallRecorder extends OncePerRequestFilter {

    /** Whose credential it is, where it was real and yet refused. */
    static final String REFUSED_CALLER = CallRecorder.class.getName() + ".refused";

    /** The {@link ApiException} that was answered. */
    static final String MISTAKE = CallRecorder.class.getName() + ".mistake";

    private final AnsweredCalls answered;
    private final Credentials credentials;

    CallRecorder(AnsweredCalls answered, Credentials credentials) {
        this.answered = answered;
        this.credentials = credentials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        ApiCaller caller = caller(request);
        if (caller != null) {
            note(caller, request, response.getStatus());
        }
    }

    private void note(ApiCaller caller, HttpServletRequest request, int status) {
        String path = request.getMethod() + " " + request.getRequestURI();
        if (request.getAttribute(MISTAKE) instanceof ApiException mistake) {
            credentials.refused(
                    caller.tenantId(),
                    caller.credentialId(),
                    path,
                    mistake.code().text(),
                    String.valueOf(mistake.getMessage()));
        } else if (status < HttpStatus.BAD_REQUEST.value()) {
            answered.answered(caller.tenantId(), caller.credentialId(), path, status);
        }
    }

    private static @Nullable ApiCaller caller(HttpServletRequest request) {
        if (request.getAttribute(REFUSED_CALLER) instanceof ApiCaller refused) {
            return refused;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ApiCaller caller ? caller : null;
    }
}
