package io.heliograph.portal.statement;

import io.heliograph.ledger.Statements;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Statements: of one's own credits, and of a customer's. */
@Controller
class StatementController {

    private final StatementPages pages;
    private final Statements statements;
    private final Tenants tenants;

    StatementController(StatementPages pages, Statements statements, Tenants tenants) {
        this.pages = pages;
        this.statements = statements;
        this.tenants = tenants;
    }

    @GetMapping("/credits/statement")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.CUSTOMER})
    String own(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        model.addAttribute("view", pages.own(who.tenantId(), from, to));
        return "statement/statement";
    }

    @GetMapping("/credits/statement.csv")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.CUSTOMER})
    void ownCsv(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        write(who.tenantId(), pages.period(from, to), response);
    }

    @GetMapping("/customers/{id}/statement")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String ofCustomer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        model.addAttribute("view", pages.ofCustomer(who.tenantId(), id, from, to));
        return "statement/statement";
    }

    @GetMapping("/customers/{id}/statement.csv")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    void customerCsv(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        write(tenants.child(who.tenantId(), id).id(), pages.period(from, to), response);
    }

    private void write(UUID tenantId, Period period, HttpServletResponse response) throws IOException {
        String file = "statement-%s-%s.csv".formatted(period.from(), period.to());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        statements.csv(tenantId, period.from(), period.to(), response.getWriter());
    }
}
