package io.heliograph.portal.provideraccounts;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.provider.smpp.IdForm;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.upstream.Transport;
import io.heliograph.upstream.Upstreams;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By which interface an account reaches 1s2u, and its SMPP settings. */
@Controller
@RequestMapping("/provider-accounts/{id}/smpp")
@MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
class SmppController {

    private final ProviderAccounts accounts;
    private final Upstreams upstreams;
    private final AuditLog audit;

    SmppController(ProviderAccounts accounts, Upstreams upstreams, AuditLog audit) {
        this.accounts = accounts;
        this.upstreams = upstreams;
        this.audit = audit;
    }

    @GetMapping
    String form(@PathVariable UUID id, Model model) {
        model.addAttribute("account", get(id)).addAttribute("form", SmppForm.of(upstreams.settingsOf(id)));
        return "provideraccounts/smpp";
    }

    @PostMapping
    ModelAndView save(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") SmppForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        ProviderAccount account = get(id);
        return form.settings(errors)
                .map(settings -> {
                    NewEntry entry = new NewEntry(
                            who.tenantId(),
                            Act.PROVIDER_ACCOUNT_CHANGED,
                            account.id(),
                            account.name(),
                            settings.transport() + " " + settings.host() + ":" + settings.port());
                    upstreams.save(id, settings);
                    audit.write(entry);
                    Flash.done(redirect, "accounts.smpp.saved", account.name());
                    return new ModelAndView("redirect:/provider-accounts/" + id);
                })
                .orElseGet(() -> Screens.invalid("provideraccounts/smpp").addObject("account", account));
    }

    @ModelAttribute("transports")
    List<Transport> transports() {
        return List.of(Transport.values());
    }

    @ModelAttribute("idForms")
    List<IdForm> idForms() {
        return List.of(IdForm.values());
    }

    private ProviderAccount get(UUID id) {
        return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
