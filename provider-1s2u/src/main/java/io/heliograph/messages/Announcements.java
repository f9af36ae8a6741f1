package io.heliograph.messages;

import io.heliograph.ledger.Wallets;
import io.heliograph.receipts.Receipts;
import io.heliograph.receipts.Settled;
import io.heliograph.smpp.ReceiptState;
import io.heliograph.webhooks.Events;
import io.heliograph.webhooks.NewEvent;
import io.heliograph.webhooks.Publication;
import io.heliograph.webhooks.StatusReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the customer's webhooks and SMPP sessions, and its reseller's webhooks, what became of a message. */
@Component
class Announcements {

    private final Events events;
    private final Receipts receipts;
    private final Wallets wallets;

    Announcements(Events events, Receipts receipts, Wallets wallets) {
        this.events = events;
        this.receipts = receipts;
        this.wallets = wallets;
    }

    void settled(List<Message> messages, MessageState state, Instant at) {
        events.publish(messages.stream()
                .map(message -> new Publication(listeners(message.tenantId()), event(message, state, at)))
                .toList());
        receipts.settled(messages.stream()
                .filter(message -> message.channel() == Channel.SMPP)
                .map(message -> receipt(message, state, at))
                .toList());
    }

    private static Settled receipt(Message message, MessageState state, Instant at) {
        return new Settled(
                message.tenantId(),
                message.submissionId(),
                ReceiptState.valueOf(response(state)),
                message.acceptedAt(),
                at);
    }

    private List<UUID> listeners(UUID tenantId) {
        List<UUID> listeners = new ArrayList<>();
        listeners.add(tenantId);
        wallets.sellersAbove(tenantId).stream().findFirst().ifPresent(listeners::add);
        return listeners;
    }

    private static NewEvent event(Message message, MessageState state, Instant at) {
        String word = state.name().toLowerCase(Locale.ROOT);
        StatusReport report = new StatusReport(
                message.tenantId(),
                null,
                message.msisdn(),
                message.sender(),
                word,
                response(state),
                at,
                message.segments(),
                message.instructions().metadata());
        return new NewEvent("message." + word, message.submissionId(), message.id(), report);
    }

    /** The word that 1s2u would use (contract D2). */
    private static String response(MessageState state) {
        return switch (state) {
            case DELIVERED -> "DELIVRD";
            case UNDELIVERED -> "UNDELIV";
            case EXPIRED -> "EXPIRED";
            case REFUSED -> "REJECTD";
            case CANCELLED -> "DELETED";
            case UNKNOWN -> "UNKNOWN";
            case QUEUED, SUBMITTING, SUBMITTED, UNCERTAIN ->
                throw new IllegalStateException(state + " settles nothing");
        };
    }
}
