package io.heliograph.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/**
 * The page that somebody asked for before they were let in, in a cookie. When they ask for it again it is forgotten, and
 * theirs is the request that counts: the one from the cookie has no headers.
 */
@Component
class WantedPage extends CookieRequestCache {

    WantedPage() {
        setRequestMatcher(WantedPage::isPage);
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        super.getMatchingRequest(request, response);
        return null;
    }

    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
