package io.heliograph.portal.brand;

import io.heliograph.brands.Brand;
import io.heliograph.brands.Colour;
import io.heliograph.brands.Picture;
import io.heliograph.brands.Pictures;
import io.heliograph.brands.Theme;
import io.heliograph.signin.Anyone;
import io.heliograph.tenants.Brands;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Stylesheets and pictures of brands: {@code /theme/{seller}-{hash}.css}. The sign-in page shows them, so anyone may; each
 * name has a hash of the content in it and never changes what it means.
 */
@Controller
@Anyone
class ThemeController {

    /** An SVG that is opened by itself does nothing either. */
    private static final String NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String ID = "{sellerId:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final Brands brands;
    private final Pictures pictures;

    ThemeController(Brands brands, Pictures pictures) {
        this.brands = brands;
        this.pictures = pictures;
    }

    /** The colours of a brand. A name of earlier colours gives those of now, which nobody may keep. */
    @GetMapping("/theme/" + ID + "-{hash:[0-9a-f]{16}}.css")
    ResponseEntity<String> theme(@PathVariable UUID sellerId, @PathVariable String hash) {
        String accent = brands.ofSeller(sellerId).map(Brand::accent).orElseThrow(ThemeController::missing);
        boolean current = Theme.fileName(accent).equals(hash + ".css");
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(current ? FOR_EVER : CacheControl.noStore())
                .body(Theme.of(Colour.read(accent).orElseThrow()).css(Theme.EVERYWHERE));
    }

    /** The colours that an accent would give, for the part of the page that previews them. */
    @GetMapping("/theme/preview-{accent:[0-9a-f]{6}}.css")
    ResponseEntity<String> preview(@PathVariable String accent) {
        Theme theme = Colour.read(accent).map(Theme::of).orElseThrow(ThemeController::missing);
        return ResponseEntity.ok().contentType(CSS).cacheControl(FOR_EVER).body(theme.css(".preview-" + accent));
    }

    @GetMapping("/theme/" + ID + "-{fileName:[0-9a-f]{24}\\.(?:png|svg)}")
    ResponseEntity<byte[]> picture(@PathVariable UUID sellerId, @PathVariable String fileName) {
        Picture picture = pictures.find(sellerId, fileName).orElseThrow(ThemeController::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(picture.mediaType()))
                .cacheControl(FOR_EVER)
                .header("Content-Security-Policy", NOTHING_ELSE)
                .header("X-Content-Type-Options", "nosniff")
                .body(picture.content());
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
