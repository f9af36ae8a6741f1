package io.heliograph.portal.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRefusal;
import io.heliograph.lookups.StartResult;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A job: its price before it starts, its progress, what it found; starting, pausing and stopping it. */
@Controller
@RequestMapping("/lookups/{id}")
class JobController {

    private final JobReading reading;
    private final LookupJobs jobs;
    private final Words words;
    private final Fmt fmt;

    JobController(JobReading reading, LookupJobs jobs, Words words, Fmt fmt) {
        this.reading = reading;
        this.jobs = jobs;
        this.words = words;
        this.fmt = fmt;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        JobView view = reading.view(who, id, Show.of(show), q, after);
        model.addAttribute("view", view);
        return view.isDraft() ? "lookups/draft" : "lookups/job";
    }

    /**
     * The parts that change; 204 while nothing has.
     *
     * @param stage how far the page is that asks; what is said, and the buttons, change with it
     */
    @GetMapping("/changes")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    ModelAndView changes(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String v) {
        JobView view = reading.view(who, id, Show.of(show), q, after);
        return view.live().isNewerThan(v)
                ? new ModelAndView("lookups/job :: changes")
                        .addObject("view", view)
                        .addObject("turned", !view.stage().equals(stage))
                : Screens.unchanged();
    }

    @PostMapping("/starts")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String start(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long agreed,
            RedirectAttributes redirect) {
        reading.get(who.tenantId(), id);
        switch (jobs.start(who.tenantId(), id, new Credits(agreed))) {
            case StartResult.Started _, StartResult.NotADraft _ -> {}
            case StartResult.PriceChanged changed ->
                Flash.alert(redirect, "lookups.start.changed", fmt.inCredits(changed.price()));
            case StartResult.Refused refused -> alert(refused.refusal(), redirect);
        }
        return "redirect:/lookups/{id}";
    }

    @PostMapping("/drops")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String drop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        LookupJob job = reading.get(who.tenantId(), id);
        if (jobs.drop(who.tenantId(), id)) {
            Flash.done(redirect, "lookups.dropped", job.name());
        }
        return "redirect:/lookups/lists";
    }

    @PostMapping("/pauses")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String pause(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        reading.get(who.tenantId(), id);
        jobs.pause(who.tenantId(), id);
        return "redirect:/lookups/{id}";
    }

    @PostMapping("/resumptions")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String resume(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        reading.get(who.tenantId(), id);
        jobs.resume(who.tenantId(), id);
        return "redirect:/lookups/{id}";
    }

    @GetMapping("/stops")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    ModelAndView confirmStop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        LookupJob job = reading.get(who.tenantId(), id);
        String page = "/lookups/" + id;
        return Screens.confirm(new Confirmation(
                words.of("lookups.stop.title", job.name()),
                List.of(
                        words.of("lookups.stop.refund", job.counts().waiting()),
                        words.of("lookups.stop.keep", job.counts().settled())),
                words.of("lookups.stop.button", job.name()),
                page + "/stops",
                page,
                Map.of()));
    }

    @PostMapping("/stops")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String stop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        reading.get(who.tenantId(), id);
        if (jobs.cancel(who.tenantId(), id, who.userId())) {
            LookupJob stopped = reading.get(who.tenantId(), id);
            Flash.done(redirect, "lookups.stopped", stopped.counts().cancelled(), fmt.inCredits(stopped.refunded()));
        }
        return "redirect:/lookups/{id}";
    }

    private void alert(LookupRefusal refusal, RedirectAttributes redirect) {
        switch (refusal) {
            case LookupRefusal.NotEnoughCredits credits ->
                Flash.alert(
                        redirect,
                        "lookups.short",
                        fmt.inCredits(credits.price().minus(credits.available())),
                        fmt.inCredits(credits.price()));
            case LookupRefusal.NoRoute none -> Flash.alert(redirect, "lookups.noroute", fmt.phone(none.number()));
            case LookupRefusal.NotReady _,
                    LookupRefusal.NoNumber _,
                    LookupRefusal.BadNumber _,
                    LookupRefusal.TooManyNumbers _,
                    LookupRefusal.KeyReused _ -> Flash.alert(redirect, "lookups.notready");
        }
    }
}
