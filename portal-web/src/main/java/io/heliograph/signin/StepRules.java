package io.heliograph.signin;

import io.heliograph.protection.SecondSteps;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * What a sign-in needs for a page: a second step from whoever has set one up, setting one up where their tenant wants it,
 * and a sign-in of the last minutes for changing what protects it. What is missing is asked for, then the page follows.
 */
@Component
class StepRules implements AuthorizationManager<RequestAuthorizationContext> {

    /** What somebody lacks who must set up a second step first. */
    static final String SET_UP = "FACTOR_SET_UP";

    private static final RequestMatcher OWN_PAGES = below("/security");
    private static final RequestMatcher NEEDS_FRESH = new OrRequestMatcher(
            below("/security/app"),
            below("/security/passkeys"),
            below("/security/codes"),
            below("/security/password"),
            below("/security/policy"),
            below("/company-account"),
            below("/company-sign-in"));

    private final SecondSteps steps;
    private final Clock clock;

    StepRules(SecondSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication present = authentication.get();
        if (!(present instanceof SignInToken token)) {
            boolean known =
                    present != null && present.isAuthenticated() && !(present instanceof AnonymousAuthenticationToken);
            return new AuthorizationDecision(known);
        }
        HttpServletRequest request = context.getRequest();
        SignedIn who = token.getPrincipal();
        if (who.standIn() != null) {
            return new AuthorizationDecision(true);
        }
        if (!Factors.isTwofold(token.getAuthorities())) {
            if (steps.of(who.userId()).any()) {
                return lacks(Factors.SECOND_STEP);
            }
            if (!OWN_PAGES.matches(request) && steps.requiredBy(who.tenantId()).isPresent()) {
                return lacks(SET_UP);
            }
        }
        boolean stale = NEEDS_FRESH.matches(request)
                && !token.getAuthorities().isEmpty()
                && !Factors.isFresh(token.getAuthorities(), clock);
        return stale ? lacks(Factors.FRESH_SIGN_IN) : new AuthorizationDecision(true);
    }

    private static RequestMatcher below(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path + "/**");
    }

    private static AuthorizationResult lacks(String factor) {
        RequiredFactor required = RequiredFactor.withAuthority(factor).build();
        return new FactorAuthorizationDecision(List.of(RequiredFactorError.createMissing(required)));
    }
}
