package io.heliograph.portal.statement;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One day of a statement, send by send. */
@Controller
class StatementDayController {

    private final StatementDays days;

    StatementDayController(StatementDays days) {
        this.days = days;
    }

    @GetMapping("/credits/statement/day")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.CUSTOMER})
    String own(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        model.addAttribute("view", days.own(who.tenantId(), day, DayKind.of(kind), before));
        return "statement/day";
    }

    @GetMapping("/customers/{id}/statement/day")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String ofCustomer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        model.addAttribute("view", days.ofCustomer(who.tenantId(), id, day, DayKind.of(kind), before));
        return "statement/day";
    }
}
