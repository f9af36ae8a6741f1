package io.heliograph.portal.lookups;

import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupChannel;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRequest;
import io.heliograph.lookups.LookupResult;
import io.heliograph.lookups.Lookups;
import io.heliograph.messages.Retention;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.text.TypedNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** One number checked at once, with its answer on the page, and the list of jobs. */
@Controller
@RequestMapping("/lookups")
class LookupsController {

    private static final int JOBS = 25;

    private final LookupJobs jobs;
    private final Lookups lookups;
    private final Rates rates;
    private final Refusals refusals;
    private final Retention retention;

    LookupsController(LookupJobs jobs, Lookups lookups, Rates rates, Refusals refusals, Retention retention) {
        this.jobs = jobs;
        this.lookups = lookups;
        this.rates = rates;
        this.refusals = refusals;
        this.retention = retention;
    }

    /** @param checked the check whose answer is shown */
    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable UUID checked,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        model.addAttribute("form", CheckForm.empty());
        model.addAttribute("view", view(who, checked, before));
        return "lookups/list";
    }

    @PostMapping("/checks")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    ModelAndView check(
            @AuthenticationPrincipal SignedIn who, @ModelAttribute("form") CheckForm form, BindingResult errors) {
        if (!(TypedNumber.read(form.number()) instanceof TypedNumber.Usable usable)) {
            errors.rejectValue("number", form.number().isEmpty() ? "lookups.number.missing" : "lookups.number.wrong");
            return Screens.invalid("lookups/list").addObject("view", view(who, null, null));
        }
        String number = usable.msisdn().digits();
        LookupRequest request = new LookupRequest(
                who.tenantId(),
                LookupChannel.BROWSER,
                null,
                who.userId(),
                "+" + number,
                List.of(number),
                null,
                form.key());
        return switch (jobs.accept(request)) {
            case LookupResult.Accepted accepted ->
                new ModelAndView("redirect:/lookups?checked=" + accepted.job().id());
            case LookupResult.Refused refused -> {
                refusals.tell(refused.refusal(), errors, "number");
                yield Screens.invalid("lookups/list").addObject("view", view(who, null, null));
            }
        };
    }

    /** The answer of a check; 204 while it is not there. */
    @GetMapping("/checks/{id}")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    ModelAndView answer(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String v) {
        CheckView check = check(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return check.version().equals(v)
                ? Screens.unchanged()
                : new ModelAndView("lookups/list :: answered")
                        .addObject("check", check)
                        .addObject("row", LookupsView.Row.of(check.job()));
    }

    @PostMapping("/settings")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String reuse(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "0") int days,
            RedirectAttributes redirect) {
        Duration reuse = Duration.ofDays(Math.clamp(days, 0, (int) LookupRequest.LONGEST_REUSE.toDays()));
        lookups.saveReuse(who.tenantId(), reuse);
        Flash.done(redirect, reuse.isZero() ? "lookups.reuse.off" : "lookups.reuse.saved", reuse.toDays());
        return "redirect:/lookups";
    }

    private LookupsView view(SignedIn who, @Nullable UUID checked, @Nullable UUID before) {
        List<LookupJob> found = jobs.page(who.tenantId(), before, JOBS + 1);
        List<LookupJob> page = found.subList(0, Math.min(JOBS, found.size()));
        return new LookupsView(
                page.stream().map(LookupsView.Row::of).toList(),
                found.size() > JOBS ? "/lookups?before=" + page.getLast().id() : null,
                checked == null ? null : check(who, checked).orElse(null),
                rates.price(who.tenantId(), Product.LOOKUP, "")
                        .map(price -> price.unit())
                        .orElse(null),
                lookups.reuse(who.tenantId()).toDays(),
                retention.days(who.tenantId()).orElse(0),
                who.may(Permission.SEND));
    }

    private Optional<CheckView> check(SignedIn who, UUID id) {
        return jobs.find(who.tenantId(), id)
                .flatMap(job -> lookups.page(who.tenantId(), id, LookupFilter.ALL, 0, 1).stream()
                        .findFirst()
                        .map(lookup -> check(job, lookup)));
    }

    private CheckView check(LookupJob job, Lookup lookup) {
        return new CheckView(job, lookup, LookupWords.of(lookup), lookups.isHeld(job));
    }
}
