package io.heliograph.signin;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts who somebody is into their session, for the ways in that are not Spring Security's own form. */
@Component
class SigningIn {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final WantedPage wanted;
    private final SignInRecords records;
    private final AuditLog audit;
    private final Clock clock;

    SigningIn(WantedPage wanted, SignInRecords records, AuditLog audit, Clock clock) {
        this.wanted = wanted;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** Signs somebody in by a first factor, in a session with a new id. */
    void first(SignedIn who, String factor, HttpServletRequest request, HttpServletResponse response) {
        records.signedIn(who, factor, request.getRemoteAddr());
        renew(request);
        keep(new SignInToken(who, List.of(Factors.now(factor, clock))), request, response);
    }

    /** Adds a factor to a sign-in, in a session with a new id. */
    void further(SignInToken token, String factor, HttpServletRequest request, HttpServletResponse response) {
        SignedIn who = token.getPrincipal();
        audit.write(new NewEntry(who.tenantId(), Act.SECOND_STEP_PASSED, who.userId(), who.name(), factor));
        renew(request);
        keep(token.with(Factors.now(factor, clock)), request, response);
    }

    /** Keeps a token in the session and for the rest of the present request. */
    void keep(SignInToken token) {
        ServletRequestAttributes present = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        keep(token, present.getRequest(), Objects.requireNonNull(present.getResponse()));
    }

    void keep(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        Whereabouts.note(request);
    }

    /** The page that was asked for before the sign-in, or the overview. */
    String next(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }

    private static void renew(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
    }
}
