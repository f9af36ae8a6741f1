package io.heliograph.portal.proof;

import io.heliograph.ledger.Difference;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.ProofResult;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The proof's last result, earlier ones, and a run on demand. Which run the reader waits for is in the address. */
@Controller
@RequestMapping("/proof")
class ProofController {

    private static final int HISTORY = 30;

    private final Proof proof;
    private final ProofRunner runner;
    private final Tenants tenants;
    private final Clock clock;

    ProofController(Proof proof, ProofRunner runner, Tenants tenants, Clock clock) {
        this.proof = proof;
        this.runner = runner;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    ModelAndView show(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable Instant since) {
        return new ModelAndView("proof/proof").addObject("view", view(who, since));
    }

    /** The part that changes; 204 while nothing has. */
    @GetMapping("/result")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    ModelAndView result(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "") String v) {
        ProofView view = view(who, since);
        if (v.equals(view.version())) {
            return Screens.unchanged();
        }
        return new ModelAndView("proof/proof :: result").addObject("view", view);
    }

    @PostMapping("/runs")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.OPERATOR)
    String run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        runner.start();
        return "redirect:/proof?since=" + now;
    }

    private ProofView view(SignedIn who, @Nullable Instant since) {
        List<ProofView.Run> runs = proof.latest(HISTORY).stream().map(this::run).toList();
        ProofView.Run latest = runs.isEmpty() ? null : runs.getFirst();
        Instant now = clock.instant();
        boolean waits = since != null
                && since.isAfter(now.minus(ProofView.PATIENCE))
                && (latest == null || latest.result().finishedAt().isBefore(since));
        boolean old = latest != null && latest.result().finishedAt().isBefore(now.minus(ProofView.OLD));
        return new ProofView(latest, runs, waits ? since : null, old, who.may(Permission.MANAGE));
    }

    private ProofView.Run run(ProofResult result) {
        return new ProofView.Run(
                result, result.differences().stream().map(this::line).toList());
    }

    private ProofView.Line line(Difference difference) {
        UUID id = difference.tenantId();
        Optional<Tenant> tenant = id == null ? Optional.empty() : tenants.find(id);
        String href = tenant.flatMap(one -> Optional.ofNullable(one.parentId()))
                .flatMap(tenants::find)
                .filter(parent -> parent.kind() == TenantKind.OPERATOR)
                .map(parent -> "/customers/" + id)
                .orElse(null);
        return new ProofView.Line(difference, tenant.map(Tenant::name).orElse(null), href);
    }
}
