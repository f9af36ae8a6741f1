package io.heliograph.portal.monitoring;

import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Screens;
import io.heliograph.portal.provideraccounts.AccountLine;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.Deliveries;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Queues of the installation, and how the node that answers is doing. */
@Controller
@RequestMapping("/monitoring")
class MonitoringController {

    private final ProviderAccounts accounts;
    private final Deliveries deliveries;
    private final Messages messages;
    private final NodeMeters meters;
    private final Clock clock;

    MonitoringController(
            ProviderAccounts accounts, Deliveries deliveries, Messages messages, NodeMeters meters, Clock clock) {
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.messages = messages;
        this.meters = meters;
        this.clock = clock;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    ModelAndView show() {
        return new ModelAndView("monitoring/monitoring").addObject("view", view());
    }

    /** The part that changes; 204 while nothing has. */
    @GetMapping("/figures")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    ModelAndView figures(@RequestParam(defaultValue = "") String v) {
        MonitoringView view = view();
        if (v.equals(view.version())) {
            return Screens.unchanged();
        }
        return new ModelAndView("monitoring/monitoring :: figures").addObject("view", view);
    }

    private MonitoringView view() {
        Instant now = clock.instant();
        return new MonitoringView(
                accounts.statuses().stream()
                        .map(status -> new AccountLine(status, now))
                        .toList(),
                deliveries.due(),
                messages.uncertain(),
                hostName(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                meters.steps(),
                meters.commits(),
                meters.leasesLost());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "–";
        }
    }
}
