package io.heliograph.api.webhooks;

import static io.heliograph.api.webhooks.WebhookMistakes.told;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.credentials.Scope;
import io.heliograph.db.Transactions;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.IssuedSecret;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** {@code /webhook-endpoints}. One that is made here is on at once: its secret is in the same answer. */
@ApiResource
@RequestMapping("/api/v1/webhook-endpoints")
@Needs(Scope.WEBHOOKS)
class EndpointsController {

    private final Endpoints endpoints;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Once once;

    EndpointsController(Endpoints endpoints, AuditLog audit, Transactions transactions, Once once) {
        this.endpoints = endpoints;
        this.audit = audit;
        this.transactions = transactions;
        this.once = once;
    }

    @PostMapping
    ResponseEntity<String> create(Call call, @Body EndpointRequest request) {
        return once.inTransaction(call, request, () -> {
            UUID account = call.accountId();
            IssuedSecret issued = told(() -> endpoints.create(account, request.url(), request.wanted()));
            endpoints.activate(account, issued.endpointId());
            audit.write(new NewEntry(account, Act.WEBHOOK_ADDED, issued.endpointId(), request.url()));
            EndpointView view = EndpointView.of(existing(call, issued.endpointId()), issued.secret());
            return Answer.created(view, "/api/v1/webhook-endpoints/" + view.id());
        });
    }

    @GetMapping
    EndpointList list(Call call) {
        return new EndpointList(endpoints.list(call.accountId()).stream()
                .map(endpoint -> EndpointView.of(endpoint, null))
                .toList());
    }

    @GetMapping("/{id}")
    EndpointView read(Call call, @PathVariable UUID id) {
        return EndpointView.of(existing(call, id), null);
    }

    @PatchMapping("/{id}")
    EndpointView change(Call call, @PathVariable UUID id, @Body EndpointChange change) {
        transactions.run(() -> {
            Endpoint endpoint = existing(call, id);
            String url = change.url();
            if (url != null) {
                told(() -> endpoints.changeUrl(call.accountId(), id, url));
            }
            turn(endpoint, change);
            audit.write(entry(Act.WEBHOOK_CHANGED, existing(call, id)));
        });
        return read(call, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Call call, @PathVariable UUID id) {
        Endpoint endpoint = existing(call, id);
        audit.with(entry(Act.WEBHOOK_DELETED, endpoint), () -> endpoints.delete(call.accountId(), id));
    }

    @PostMapping("/{id}/rotate")
    ResponseEntity<String> rotate(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            Endpoint endpoint = existing(call, id);
            IssuedSecret issued = endpoints.rotate(call.accountId(), id);
            audit.write(entry(Act.WEBHOOK_SECRET_MADE, endpoint));
            return Answer.ok(EndpointView.of(existing(call, id), issued.secret()));
        });
    }

    private static NewEntry entry(Act act, Endpoint endpoint) {
        return new NewEntry(
                endpoint.tenantId(),
                act,
                endpoint.id(),
                endpoint.url(),
                endpoint.state().name());
    }

    private void turn(Endpoint endpoint, EndpointChange change) {
        boolean on = endpoint.state() == EndpointState.ON;
        if ("on".equals(change.state()) && !on) {
            endpoints.switchOn(endpoint.tenantId(), endpoint.id());
        } else if ("off".equals(change.state()) && on) {
            endpoints.switchOff(endpoint.tenantId(), endpoint.id());
        }
    }

    private Endpoint existing(Call call, UUID id) {
        return endpoints
                .find(call.accountId(), id)
                .filter(endpoint -> endpoint.state() != EndpointState.DELETED)
                .orElseThrow(() -> ApiException.notFound("endpoint"));
    }

    /** All of an account, oldest first. */
    record EndpointList(List<EndpointView> data) {}
}
