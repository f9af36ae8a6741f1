package io.heliograph.portal;

import io.heliograph.brands.Brand;
import io.heliograph.signin.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the {@link Shell} into the model of every screen, error pages included. Routes of programs have no screen: a call
 * of theirs would read the database for nothing, and fail where it is away.
 */
@ControllerAdvice(
        basePackages = {"io.heliograph.portal", "io.heliograph.signin", "io.heliograph.sandbox"},
        assignableTypes = BasicErrorController.class)
class ShellAdvice {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final VisitorBrand brands;
    private final boolean sandbox;

    ShellAdvice(VisitorBrand brands, Environment environment) {
        this.brands = brands;
        this.sandbox = !environment.containsProperty("spring.datasource.url");
    }

    @ModelAttribute("shell")
    Shell shell(
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Brand brand = brand(who, request, response);
        List<NavEntry> nav = who == null ? List.of() : Navigation.of(who, path(request));
        String language = locale.getLanguage();
        return new Shell(who, brand, nav, sandbox, language, RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr");
    }

    /** Nobody's where the database is away: a page that says so can't ask it. */
    private Brand brand(@Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (who != null) {
            return brands.remembered(who.brand(), request, response);
        }
        return isOfDatabase(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                ? Brand.NONE
                : brands.before(request);
    }

    private static boolean isOfDatabase(@Nullable Object failure) {
        for (Throwable cause = failure instanceof Throwable thrown ? thrown : null;
                cause != null;
                cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
