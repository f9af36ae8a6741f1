package io.heliograph.portal.smpp;

import io.heliograph.portal.Flash;
import io.heliograph.receipts.Receipts;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** SMPP receipts of some time, sent again. */
@Controller
@RequestMapping("/webhooks/receipts")
@MayUse(value = Permission.CONNECT, kinds = TenantKind.CUSTOMER)
class ReceiptsController {

    /** How far one can go back, in hours: an hour, six, a day, three, a week, a month. */
    private static final List<Integer> WINDOWS = List.of(1, 6, 24, 72, 168, 24 * Receipts.KEPT_DAYS);

    private final Receipts receipts;
    private final Clock clock;

    ReceiptsController(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    /** How many there are in each window. */
    @GetMapping
    String choose(@AuthenticationPrincipal SignedIn who, Model model) {
        Instant now = clock.instant();
        List<Window> windows = WINDOWS.stream()
                .map(hours -> new Window(hours, count(who.tenantId(), hours, now)))
                .toList();
        model.addAttribute("view", new ReplayView(windows));
        return "smpp/receipts";
    }

    /** A window with how many are in it. */
    record Window(int hours, int receipts) {}

    record ReplayView(List<Window> windows) {

        public boolean isEmpty() {
            return windows.stream().allMatch(window -> window.receipts() == 0);
        }
    }

    @PostMapping("/replays")
    String replay(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "24") int hours,
            RedirectAttributes redirect) {
        Instant now = clock.instant();
        int wanted = WINDOWS.contains(hours) ? hours : WINDOWS.getFirst();
        receipts.replay(who.tenantId(), now.minus(Duration.ofHours(wanted)), now);
        Flash.done(redirect, "smpp.receipts.queued", count(who.tenantId(), wanted, now));
        return "redirect:/webhooks/receipts";
    }

    private int count(UUID tenantId, int hours, Instant now) {
        return receipts.count(tenantId, now.minus(Duration.ofHours(hours)), now);
    }
}
