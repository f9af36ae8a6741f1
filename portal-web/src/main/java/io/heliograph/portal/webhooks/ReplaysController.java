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
import io.heliograph.webhooks.Replay;
import io.heliograph.webhooks.ReplayScope;
import io.heliograph.webhooks.Replays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** All that failed at an endpoint since a time, made again. */
@Controller
@RequestMapping("/webhooks/{id}/replays")
@MayUse(
        value = Permission.CONNECT,
        kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
class ReplaysController {

    /** How far one can go back, in hours: an hour, six, a day, three, a week, a month. */
    private static final List<Integer> WINDOWS = List.of(1, 6, 24, 72, 168, 720);

    private final Found found;
    private final Replays replays;
    private final Words words;
    private final Fmt fmt;
    private final Clock clock;

    ReplaysController(Found found, Replays replays, Words words, Fmt fmt, Clock clock) {
        this.found = found;
        this.replays = replays;
        this.words = words;
        this.fmt = fmt;
        this.clock = clock;
    }

    /** How many failed in each window. */
    @GetMapping("/new")
    String choose(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        EndpointLine line = EndpointLine.of(found.living(who.tenantId(), id), null);
        List<Window> windows = WINDOWS.stream()
                .map(hours -> new Window(hours, replays.count(who.tenantId(), since(id, ago(hours)))))
                .toList();
        model.addAttribute("view", new ReplayView(line, windows));
        return "webhooks/replay";
    }

    /** A window with how many failed in it. */
    record Window(int hours, int failed) {}

    record ReplayView(EndpointLine line, List<Window> windows) {

        public boolean isEmpty() {
            return windows.stream().allMatch(window -> window.failed() == 0);
        }
    }

    @GetMapping("/confirm")
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam int hours) {
        EndpointLine line = EndpointLine.of(found.living(who.tenantId(), id), null);
        Instant since = ago(hours);
        int count = replays.count(who.tenantId(), since(id, since));
        return Screens.confirm(new Confirmation(
                words.of("webhooks.replay.failed.title", count),
                List.of(
                        words.of("webhooks.replay.failed.what", count, fmt.time(since), line.host()),
                        words.of("webhooks.replay.order"),
                        words.of("webhooks.replay.same-id")),
                words.of("webhooks.replay.button", count),
                "/webhooks/" + id + "/replays",
                "/webhooks/" + id,
                Map.of("since", since.toString())));
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Instant since,
            RedirectAttributes redirect) {
        found.living(who.tenantId(), id);
        Replay replay = replays.start(who.tenantId(), since(id, since));
        Flash.done(redirect, "webhooks.replaying", replay.total());
        return "redirect:/webhooks/{id}";
    }

    private static ReplayScope since(UUID id, Instant since) {
        return new ReplayScope.FailedSince(id, since);
    }

    private Instant ago(int hours) {
        return clock.instant().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
    }
}
