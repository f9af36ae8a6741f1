package io.heliograph.portal.messages;

import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.dispatch.Queue;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Live;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.DeliveryLine;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the page of one message together. */
@Component
class MessageReading {

    /** Reports that repeat or contradict the first come soon after it; the page waits for them. */
    private static final long SETTLES_WITHIN_SECONDS = 10;

    private final Messages messages;
    private final Queue queue;
    private final Timeline timeline;
    private final ProviderAccounts accounts;
    private final Fmt fmt;
    private final Clock clock;

    MessageReading(Messages messages, Queue queue, Timeline timeline, ProviderAccounts accounts, Fmt fmt, Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.timeline = timeline;
        this.accounts = accounts;
        this.fmt = fmt;
        this.clock = clock;
    }

    MessageView read(SignedIn who, Whose whose, UUID id) {
        Message message = messages.find(whose.tenantId(), id)
                .map(found -> queue.seen(List.of(found)).getFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<DeliveryLine> hooks = timeline.hooks(message);
        List<Moment> moments = timeline.of(message, hooks, whose.own());
        boolean sender = whose.own() && who.may(Permission.SEND);
        return new MessageView(
                whose,
                message,
                fmt.phone(message.msisdn()),
                MessageStatus.of(message),
                moments,
                Reason.of(message).orElse(null),
                Reason.charge(message),
                timeline.reports(message),
                account(who, message),
                sender && message.state() == MessageState.QUEUED,
                sender,
                mayRefund(who, whose, message),
                live(whose, message, hooks, moments));
    }

    private @Nullable String account(SignedIn who, Message message) {
        return who.tenantKind() == TenantKind.OPERATOR
                ? accounts.find(message.accountId()).map(ProviderAccount::name).orElse(null)
                : null;
    }

    private static boolean mayRefund(SignedIn who, Whose whose, Message message) {
        return !whose.own()
                && who.may(Permission.SELL)
                && message.state() == MessageState.UNKNOWN
                && !message.isRefunded();
    }

    private Live live(Whose whose, Message message, List<DeliveryLine> hooks, List<Moment> moments) {
        boolean settled = message.state().isFinal()
                && hooks.stream().allMatch(hook -> hook.state().isFinal())
                && message.stateAt().plusSeconds(SETTLES_WITHIN_SECONDS).isBefore(clock.instant());
        List<?> shown = List.of(message.state(), message.version(), moments);
        return settled
                ? Live.over(shown)
                : Live.at(
                        whose.base() + "/" + message.id() + "/changes",
                        Live.seconds(message.stateAt(), clock.instant()),
                        shown);
    }
}
