package io.heliograph.portal.provideraccounts;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.dispatch.AccountStatus;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.lookups.LookupAccount;
import io.heliograph.lookups.LookupAccounts;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.PublicUrl;
import io.heliograph.tenants.TenantKind;
import io.heliograph.upstream.SmppSettings;
import io.heliograph.upstream.UpstreamSession;
import io.heliograph.upstream.Upstreams;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One provider account: how it is doing, its settings, stopping and starting it. */
@Controller
@RequestMapping("/provider-accounts/{id}")
class ProviderAccountController {

    private final ProviderAccounts accounts;
    private final LookupAccounts lookups;
    private final Upstreams upstreams;
    private final PublicUrl publicUrl;
    private final AuditLog audit;
    private final Clock clock;

    ProviderAccountController(
            ProviderAccounts accounts,
            LookupAccounts lookups,
            Upstreams upstreams,
            PublicUrl publicUrl,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.lookups = lookups;
        this.upstreams = upstreams;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", view(who, id));
        return "provideraccounts/account";
    }

    /** The part that changes; 204 while nothing has. */
    @GetMapping("/state")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    ModelAndView state(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String v) {
        AccountView view = view(who, id);
        if (v.equals(view.version())) {
            return Screens.unchanged();
        }
        return new ModelAndView("provideraccounts/account :: state").addObject("view", view);
    }

    @GetMapping("/settings")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String settings(@PathVariable UUID id, Model model) {
        ProviderAccount account = get(id);
        model.addAttribute("form", AccountForm.of(account)).addAttribute("account", account);
        return "provideraccounts/form";
    }

    @PostMapping("/settings")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    ModelAndView save(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        ProviderAccount account = get(id);
        form.check(errors, true);
        if (errors.hasErrors()) {
            return Screens.invalid("provideraccounts/form").addObject("account", account);
        }
        audit.with(
                entry(who, account, "saved"),
                () -> accounts.save(form.account(id, account.dlrToken(), account.password())));
        Flash.done(redirect, "accounts.saved", form.name());
        return new ModelAndView("redirect:/provider-accounts/" + id);
    }

    @PostMapping("/stops")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String stop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        String name = get(id).name();
        audit.with(entry(who, get(id), "stopped"), () -> accounts.stop(id));
        Flash.done(redirect, "accounts.stop.done", name);
        return "redirect:/provider-accounts/{id}";
    }

    @PostMapping("/starts")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String start(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        String name = get(id).name();
        audit.with(entry(who, get(id), "started"), () -> accounts.start(id));
        Flash.done(redirect, "accounts.start.done", name);
        return "redirect:/provider-accounts/{id}";
    }

    /** How many numbers one lookup request takes. */
    @PostMapping("/lookup-settings")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String lookupSettings(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int numbers,
            RedirectAttributes redirect) {
        ProviderAccount account = get(id);
        int most = Math.clamp(numbers, 1, LookupAccounts.MOST_NUMBERS_PER_REQUEST);
        audit.with(entry(who, account, "saved"), () -> lookups.saveNumbersPerRequest(id, most));
        Flash.done(redirect, "accounts.saved", account.name());
        return "redirect:/provider-accounts/{id}";
    }

    /** Tries lookups that are paused again now. */
    @PostMapping("/lookup-starts")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String tryLookups(@PathVariable UUID id, RedirectAttributes redirect) {
        String name = get(id).name();
        lookups.tryNow(id);
        Flash.done(redirect, "accounts.lookups.tried", name);
        return "redirect:/provider-accounts/{id}";
    }

    @PostMapping("/balance-checks")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String askForBalance(@PathVariable UUID id, RedirectAttributes redirect) {
        get(id);
        Flash.done(redirect, accounts.askForBalance(id) ? "accounts.balance.asked" : "accounts.balance.justasked");
        return "redirect:/provider-accounts/{id}";
    }

    private AccountView view(SignedIn who, UUID id) {
        ProviderAccount account = get(id);
        AccountStatus status = accounts.status(id).orElseThrow(ProviderAccountController::notFound);
        return new AccountView(
                account,
                new AccountLine(status, clock.instant()),
                lookups.get(id),
                publicUrl.of("/dlr/1s2u/" + account.dlrToken()),
                upstreams.settingsOf(id),
                upstreams.sessionsOf(id),
                who.may(Permission.MANAGE));
    }

    private ProviderAccount get(UUID id) {
        return accounts.find(id).orElseThrow(ProviderAccountController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** The page; {@code callback} is the address to register at 1s2u. */
    record AccountView(
            ProviderAccount account,
            AccountLine line,
            LookupAccount lookups,
            String callback,
            SmppSettings smpp,
            List<UpstreamSession> sessions,
            boolean mayChange) {

        public String version() {
            return line.version() + Integer.toHexString(lookups.hashCode());
        }
    }

    private static NewEntry entry(SignedIn who, ProviderAccount account, String detail) {
        return new NewEntry(who.tenantId(), Act.PROVIDER_ACCOUNT_CHANGED, account.id(), account.name(), detail);
    }
}
