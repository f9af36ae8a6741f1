package io.heliograph.portal.webhooks;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.ReplayScope;
import io.heliograph.webhooks.Replays;
import java.time.Clock;
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

/** One delivery with every try, and making it again. */
@Controller
@RequestMapping("/webhooks/deliveries/{id}")
class DeliveryController {

    private final Found found;
    private final Replays replays;
    private final Words words;
    private final Fmt fmt;
    private final Clock clock;

    DeliveryController(Found found, Replays replays, Words words, Fmt fmt, Clock clock) {
        this.found = found;
        this.replays = replays;
        this.words = words;
        this.fmt = fmt;
        this.clock = clock;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer attempt,
            Model model) {
        model.addAttribute("view", view(who, id, attempt));
        return "webhooks/delivery";
    }

    /** What changes by itself on that page: the state, and which tries there are. */
    @GetMapping("/live")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView live(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer attempt,
            @RequestParam(defaultValue = "") String v) {
        DeliveryView view = view(who, id, attempt);
        return view.live().isNewerThan(v)
                ? new ModelAndView("webhooks/delivery :: live")
                        .addObject("view", view)
                        .addObject("polled", true)
                : Screens.unchanged();
    }

    /** Makes this one again, in whatever state it is. */
    @PostMapping("/replays")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String replay(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        replays.one(who.tenantId(), found.delivery(who.tenantId(), id).line().id());
        Flash.done(redirect, "webhooks.queued");
        return "redirect:/webhooks/deliveries/{id}";
    }

    @GetMapping("/replays-from")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView askToReplayFrom(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        DeliveryLine line = found.delivery(who.tenantId(), id).line();
        int count = replays.count(who.tenantId(), new ReplayScope.From(id));
        return Screens.confirm(new Confirmation(
                words.of("webhooks.replay.from.title", count),
                List.of(
                        words.of("webhooks.replay.from.what", count, fmt.time(line.createdAt())),
                        words.of("webhooks.replay.order"),
                        words.of("webhooks.replay.same-id")),
                words.of("webhooks.replay.button", count),
                "/webhooks/deliveries/" + id + "/replays-from",
                "/webhooks/deliveries/" + id,
                Map.of()));
    }

    @PostMapping("/replays-from")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String replayFrom(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        DeliveryLine line = found.delivery(who.tenantId(), id).line();
        int total = replays.start(who.tenantId(), new ReplayScope.From(id)).total();
        Flash.done(redirect, "webhooks.replaying", total);
        return "redirect:/webhooks/" + line.endpointId();
    }

    private DeliveryView view(SignedIn who, UUID id, @Nullable Integer attempt) {
        Delivery delivery = found.delivery(who.tenantId(), id);
        EndpointLine endpoint =
                EndpointLine.of(found.endpoint(who.tenantId(), delivery.line().endpointId()), null);
        return DeliveryView.of(delivery, endpoint, attempt, who.may(Permission.CONNECT), clock.instant());
    }
}
