package io.heliograph.portal;

import io.heliograph.brands.Brand;
import io.heliograph.tenants.Brands;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Whose brand somebody sees who is not signed in: that of the host by which they came; else that of the last sign-in from
 * this browser, which a cookie remembers; else the operator's.
 */
@Component
class VisitorBrand {

    private static final String COOKIE = "brand";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Brands brands;

    VisitorBrand(Brands brands) {
        this.brands = brands;
    }

    Brand before(HttpServletRequest request) {
        return brands.ofHost(request.getServerName())
                .or(() -> cookie(request).flatMap(brands::ofSeller))
                .orElseGet(brands::ofOperator);
    }

    /** The same brand, which the browser is told to remember. */
    Brand remembered(Brand brand, HttpServletRequest request, HttpServletResponse response) {
        if (brand.sellerId() != null && !cookie(request).equals(Optional.of(brand.sellerId()))) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, brand.sellerId().toString())
                    .path("/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .maxAge(REMEMBERED)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return brand;
    }

    private static Optional<UUID> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap(cookie -> {
            try {
                return Optional.of(UUID.fromString(cookie.getValue()));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        });
    }
}
