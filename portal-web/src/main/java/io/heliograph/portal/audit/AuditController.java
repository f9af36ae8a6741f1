package io.heliograph.portal.audit;

import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of a tenant and all below it. */
@Controller
class AuditController {

    private final AuditPages pages;

    AuditController(AuditPages pages) {
        this.pages = pages;
    }

    @GetMapping("/audit")
    @MayUse(Permission.MANAGE)
    @InPerson
    String list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        model.addAttribute("view", pages.of(who, AuditSearch.of(topic, q, account, days), before));
        return "audit/list";
    }
}
