package io.heliograph.alerts;

import io.heliograph.tenants.PublicUrl;
import io.heliograph.tenants.Role;
import io.heliograph.webhooks.EndpointDisabled;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the owner of an endpoint that we stopped calling it. */
@Component
class WebhookAlerts {

    private static final Set<Role> ROLES = Set.of(Role.OWNER, Role.ADMIN);

    private final AlertMails mails;
    private final PublicUrl publicUrl;

    WebhookAlerts(AlertMails mails, PublicUrl publicUrl) {
        this.mails = mails;
        this.publicUrl = publicUrl;
    }

    @EventListener
    void disabled(EndpointDisabled disabled) {
        mails.send(
                disabled.tenantId(),
                ROLES,
                "endpoint-disabled",
                disabled.url(),
                disabled.reason(),
                publicUrl.of(disabled.tenantId(), "/webhooks/" + disabled.endpointId()));
    }
}
