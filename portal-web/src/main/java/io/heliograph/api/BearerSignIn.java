package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import io.heliograph.apikeys.BearerTokens;
import io.heliograph.apikeys.TokenResult;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the bearer token of a call, whichever kind it is. A call without one goes on as nobody's. */
class BearerSignIn extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final List<BearerTokens> kinds;
    private final Problems problems;

    BearerSignIn(List<BearerTokens> kinds, Problems problems) {
        this.kinds = List.copyOf(kinds);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            token(request).map(token -> check(token, request)).ifPresent(BearerSignIn::enter);
        } catch (ApiException e) {
            problems.write(e, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private ApiCaller check(String token, HttpServletRequest request) {
        TokenResult result = kinds.stream()
                .filter(kind -> kind.reads(token))
                .findFirst()
                .map(kind -> kind.check(token, request.getRemoteAddr()))
                .orElseGet(TokenResult.Unknown::new);
        request.setAttribute(CallRecorder.REFUSED_CALLER, refusedCaller(result));
        return switch (result) {
            case TokenResult.Known known -> known.caller();
            case TokenResult.Unknown _ ->
                throw new ApiException(
                        ErrorCode.INVALID_TOKEN, "Check that the key or token is complete, and was not revoked");
            case TokenResult.Expired _ ->
                throw new ApiException(ErrorCode.TOKEN_EXPIRED, "Fetch a new token, or make a new key");
            case TokenResult.Elsewhere elsewhere ->
                throw new ApiException(
                        ErrorCode.ADDRESS_NOT_ALLOWED,
                        elsewhere.address() + " is not among the addresses that its owner allows");
            case TokenResult.Suspended _ ->
                throw new ApiException(ErrorCode.ACCOUNT_SUSPENDED, "Ask whoever you buy from to resume the account");
        };
    }

    private static @Nullable ApiCaller refusedCaller(TokenResult result) {
        return switch (result) {
            case TokenResult.Known _, TokenResult.Unknown _ -> null;
            case TokenResult.Expired expired -> expired.caller();
            case TokenResult.Elsewhere elsewhere -> elsewhere.caller();
            case TokenResult.Suspended suspended -> suspended.caller();
        };
    }

    private static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : Optional.of(header.substring(SCHEME.length()).strip());
    }

    private static void enter(ApiCaller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerToken(caller));
        SecurityContextHolder.setContext(context);
    }
}
