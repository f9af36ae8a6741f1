package io.heliograph.portal.overview;

import io.heliograph.credentials.Credential;
import io.heliograph.credentials.Credentials;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.webhooks.Endpoints;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says how far a new customer has come. */
@Component
class Progress {

    private final Wallets wallets;
    private final Messages messages;
    private final Credentials credentials;
    private final Endpoints endpoints;

    Progress(Wallets wallets, Messages messages, Credentials credentials, Endpoints endpoints) {
        this.wallets = wallets;
        this.messages = messages;
        this.credentials = credentials;
        this.endpoints = endpoints;
    }

    FirstSteps of(UUID tenantId) {
        boolean sent = !messages.page(tenantId, MessageFilter.all(), null, 1).isEmpty();
        boolean paid = sent || wallets.get(tenantId).available().isPositive();
        return new FirstSteps(paid, sent, isConnected(tenantId));
    }

    /** A program has called, or is called. */
    private boolean isConnected(UUID tenantId) {
        return !endpoints.list(tenantId).isEmpty()
                || credentials.ofTenant(tenantId).stream()
                        .map(Credential::lastUsedAt)
                        .anyMatch(usedAt -> usedAt != null);
    }
}
