package io.heliograph.portal.provideraccounts;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of provider accounts, and adding one. */
@Controller
@RequestMapping("/provider-accounts")
class ProviderAccountsController {

    private static final int TOKEN_BYTES = 32;

    private final ProviderAccounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ProviderAccountsController(ProviderAccounts accounts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        Instant now = clock.instant();
        List<AccountLine> lines = accounts.statuses().stream()
                .map(status -> new AccountLine(status, now))
                .toList();
        model.addAttribute("view", new AccountsView(lines, who.may(Permission.MANAGE)));
        return "provideraccounts/list";
    }

    @GetMapping("/new")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String form(Model model) {
        model.addAttribute("form", AccountForm.empty());
        return "provideraccounts/form";
    }

    @PostMapping
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors, false);
        if (errors.hasErrors()) {
            return Screens.invalid("provideraccounts/form");
        }
        ProviderAccount account = form.account(RowIds.next(), token(), "");
        audit.with(
                new NewEntry(
                        who.tenantId(),
                        Act.PROVIDER_ACCOUNT_CHANGED,
                        account.id(),
                        account.name(),
                        account.baseUrl().toString()),
                () -> accounts.save(account));
        Flash.done(redirect, "accounts.added", account.name());
        return new ModelAndView("redirect:/provider-accounts/" + account.id());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record AccountsView(List<AccountLine> lines, boolean mayChange) {}
}
