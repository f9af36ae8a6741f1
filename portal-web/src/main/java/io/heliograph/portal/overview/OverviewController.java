package io.heliograph.portal.overview;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: the overview of whoever is signed in. */
@Controller
class OverviewController {

    private final List<Overview> overviews;

    OverviewController(List<Overview> overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/")
    @MayUse(Permission.LOOK)
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        return overviews.stream()
                .filter(overview -> overview.kind() == who.tenantKind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No overview for " + who.tenantKind()))
                .show(who, model);
    }
}
