package io.heliograph.portal.brand;

import io.heliograph.brands.PictureCheck;
import io.heliograph.brands.PictureKind;
import io.heliograph.brands.PictureResult;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.TenantKind;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logo and the favicon of a reseller's portal. */
@Controller
@RequestMapping("/brand")
@MayUse(value = Permission.MANAGE, kinds = TenantKind.RESELLER)
class BrandPicturesController {

    private final Brands brands;
    private final BrandPage page;
    private final Words words;

    BrandPicturesController(Brands brands, BrandPage page, Words words) {
        this.brands = brands;
        this.page = page;
        this.words = words;
    }

    @PostMapping("/logo")
    ModelAndView logo(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            RedirectAttributes redirect)
            throws IOException {
        return putUp(who, PictureKind.LOGO, logo, redirect);
    }

    @PostMapping("/logo/removal")
    String removeLogo(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        return takeDown(who, PictureKind.LOGO, redirect);
    }

    @PostMapping("/icon")
    ModelAndView icon(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable MultipartFile icon,
            RedirectAttributes redirect)
            throws IOException {
        return putUp(who, PictureKind.ICON, icon, redirect);
    }

    @PostMapping("/icon/removal")
    String removeIcon(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        return takeDown(who, PictureKind.ICON, redirect);
    }

    private ModelAndView putUp(
            SignedIn who, PictureKind kind, @Nullable MultipartFile file, RedirectAttributes redirect)
            throws IOException {
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return switch (PictureCheck.check(kind, content)) {
            case PictureResult.Accepted accepted -> {
                brands.putUp(who.tenantId(), kind, accepted.picture());
                Flash.done(redirect, key(kind, "saved"));
                yield new ModelAndView("redirect:/brand");
            }
            case PictureResult.Refused refused -> refused(who, kind, refused.reason());
        };
    }

    private ModelAndView refused(SignedIn who, PictureKind kind, PictureResult.Reason reason) {
        BrandForm form = page.form(who.tenantId());
        return Screens.invalid("brand/brand")
                .addObject("form", form)
                .addObject("view", page.view(who))
                .addObject("preview", page.preview(form.accent()))
                .addObject("refusedKind", kind.name().toLowerCase(Locale.ROOT))
                .addObject("refusedWhy", words.of("brand.picture." + reason, kind.largestKilobytes()));
    }

    private String takeDown(SignedIn who, PictureKind kind, RedirectAttributes redirect) {
        brands.takeDown(who.tenantId(), kind);
        Flash.done(redirect, key(kind, "removed"));
        return "redirect:/brand";
    }

    private static String key(PictureKind kind, String what) {
        return "brand." + kind.name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
