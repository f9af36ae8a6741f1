package io.heliograph.portal.brand;

import io.heliograph.brands.Brand;
import io.heliograph.brands.Colour;
import io.heliograph.brands.PictureKind;
import io.heliograph.brands.Theme;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.BrandSettings;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.PublicUrl;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a brand together. */
@Component
class BrandPage {

    private static final Colour STANDARD = new Colour(0x0b, 0x5c, 0xad);

    private final Tenants tenants;
    private final Brands brands;
    private final PublicUrl publicUrl;

    BrandPage(Tenants tenants, Brands brands, PublicUrl publicUrl) {
        this.tenants = tenants;
        this.brands = brands;
        this.publicUrl = publicUrl;
    }

    /**
     * The page.
     *
     * @param tenantName how the portal is called unless another name is given
     * @param host the reseller's own host as saved; null for none
     * @param hostSeenAt when somebody first came by it; null for nobody yet
     * @param address where its customers sign in now
     */
    record BrandView(
            String tenantName,
            Brand brand,
            @Nullable String host,
            @Nullable String hostAddress,
            @Nullable Instant hostSeenAt,
            String address,
            int logoKilobytes,
            int iconKilobytes,
            boolean mayChange) {}

    /**
     * What an accent makes of a page.
     *
     * @param key of its stylesheet, six hexadecimal digits
     * @param whiteText whether texts on it are white
     * @param button contrast of the text on it, to one decimal
     * @param darkerLinks whether links are darker than the accent
     * @param link the colour of links
     * @param links contrast of links with white
     */
    record Preview(
            String key,
            boolean standard,
            boolean whiteText,
            String button,
            boolean darkerLinks,
            String link,
            String links) {}

    BrandView view(SignedIn who) {
        Tenant seller = tenants.get(who.tenantId());
        BrandSettings settings = seller.brand();
        Brand brand = brands.of(seller.id());
        return new BrandView(
                seller.name(),
                brand,
                settings.host(),
                settings.host() == null ? null : publicUrl.onHost(settings.host()),
                settings.hostSeenAt(),
                publicUrl.of(brand, ""),
                PictureKind.LOGO.largestKilobytes(),
                PictureKind.ICON.largestKilobytes(),
                who.may(Permission.MANAGE));
    }

    BrandForm form(UUID sellerId) {
        return BrandForm.of(tenants.get(sellerId));
    }

    /** Of the standard colour while none is typed; null while what is typed is none. */
    @Nullable
    Preview preview(String typed) {
        if (typed.isBlank()) {
            return preview(STANDARD, true);
        }
        return Colour.read(typed).map(colour -> preview(colour, false)).orElse(null);
    }

    /** Whether the host is the installation's own, by which all others come. */
    boolean isOwnHost(String host) {
        return publicUrl.isOwn(host);
    }

    private static Preview preview(Colour accent, boolean standard) {
        Theme theme = Theme.of(accent);
        return new Preview(
                accent.hex().substring(1),
                standard,
                theme.onAccent().equals(Colour.WHITE),
                oneDecimal(theme.buttonContrast()),
                !theme.link().equals(accent),
                theme.link().hex(),
                oneDecimal(theme.linkContrast()));
    }

    /** Rounded down, as 4.45 is not 4.5. */
    private static String oneDecimal(double contrast) {
        return BigDecimal.valueOf(contrast).setScale(1, RoundingMode.FLOOR).toPlainString();
    }
}
