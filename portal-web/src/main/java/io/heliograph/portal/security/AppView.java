package io.heliograph.portal.security;

import io.heliograph.signin.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/**
 * A new app's key.
 *
 * @param qr the address of an image of it
 * @param seed to be typed, in groups of four
 */
record AppView(String qr, String seed) {

    static AppView of(SignedIn who, String seed) {
        String issuer = encoded(who.brand().name());
        String uri = "otpauth://totp/" + issuer + ":" + encoded(who.email()) + "?secret=" + seed + "&issuer=" + issuer;
        return new AppView(QrCode.dataUri(uri), seed.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1 "));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the seed. */
    @Override
    public String toString() {
        return "AppView";
    }
}
