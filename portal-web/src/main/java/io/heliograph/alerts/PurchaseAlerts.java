package io.heliograph.alerts;

import io.heliograph.purchases.CreditsClawedBack;
import io.heliograph.purchases.PurchaseMismatched;
import io.heliograph.purchases.PurchaseWaitsForSeller;
import io.heliograph.tenants.PublicUrl;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenants;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells sellers of purchases that need them. */
@Component
class PurchaseAlerts {

    private static final Set<Role> ROLES = Set.of(Role.OWNER, Role.ADMIN, Role.FINANCE);

    private final AlertMails mails;
    private final Tenants tenants;
    private final PublicUrl publicUrl;

    PurchaseAlerts(AlertMails mails, Tenants tenants, PublicUrl publicUrl) {
        this.mails = mails;
        this.tenants = tenants;
        this.publicUrl = publicUrl;
    }

    @EventListener
    void waits(PurchaseWaitsForSeller waits) {
        mails.send(
                waits.sellerId(),
                ROLES,
                "purchase-waits",
                name(waits.tenantId()),
                mails.credits(waits.credits().decimal()),
                publicUrl.of(waits.sellerId(), "/credits"));
    }

    @EventListener
    void clawedBack(CreditsClawedBack clawedBack) {
        mails.send(
                clawedBack.sellerId(),
                ROLES,
                "credits-clawed-back",
                name(clawedBack.tenantId()),
                mails.credits(clawedBack.credits().decimal()),
                mails.credits(clawedBack.owed().decimal()));
    }

    @EventListener
    void mismatched(PurchaseMismatched mismatched) {
        mails.send(
                mismatched.sellerId(), ROLES, "purchase-mismatched", name(mismatched.tenantId()), mismatched.found());
    }

    private String name(UUID tenantId) {
        return tenants.get(tenantId).name();
    }
}
