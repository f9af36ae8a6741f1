package io.heliograph.accounts;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.purchases.PurchaseFulfilled;
import io.heliograph.tenants.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes purchases into the log, in the transaction that books them. */
@Component
class PurchaseRecords {

    private final AuditLog audit;
    private final Tenants tenants;

    PurchaseRecords(AuditLog audit, Tenants tenants) {
        this.audit = audit;
        this.tenants = tenants;
    }

    @EventListener
    void bought(PurchaseFulfilled purchase) {
        audit.write(new NewEntry(
                purchase.tenantId(),
                Act.CREDITS_BOUGHT,
                purchase.purchaseId(),
                tenants.get(purchase.tenantId()).name(),
                purchase.credits().toString()));
    }
}
