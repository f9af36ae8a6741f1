package io.heliograph.api.customers;

import io.heliograph.accounts.Onboarding;
import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.FieldProblem;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Wallets;
import io.heliograph.tenants.EmailTakenException;
import io.heliograph.tenants.NewTenant;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /customers}. */
@ApiResource
@RequestMapping("/api/v1/customers")
@Needs(Scope.CUSTOMERS)
class CustomersController {

    private static final int MOST = 200;

    private final Shop shop;
    private final Tenants tenants;
    private final Wallets wallets;
    private final Onboarding onboarding;
    private final Once once;

    CustomersController(Shop shop, Tenants tenants, Wallets wallets, Onboarding onboarding, Once once) {
        this.shop = shop;
        this.tenants = tenants;
        this.wallets = wallets;
        this.onboarding = onboarding;
        this.once = once;
    }

    @PostMapping
    ResponseEntity<String> open(Call call, @Body CustomerRequest request) {
        return once.inTransaction(call, request, () -> {
            CustomerView view = view(open(call, shop.seller(call), request));
            return Answer.created(view, "/api/v1/customers/" + view.id());
        });
    }

    @GetMapping
    CustomerPage list(
            Call call,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "limit is 1 to " + MOST);
        }
        List<Tenant> found = tenants.children(shop.seller(call).id(), name, cursor, limit + 1);
        List<Tenant> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new CustomerPage(
                shown.stream().map(this::view).toList(),
                found.size() > limit ? shown.getLast().id() : null);
    }

    @GetMapping("/{id}")
    CustomerView read(Call call, @PathVariable UUID id) {
        return view(shop.customer(call, id));
    }

    @PostMapping("/{id}/suspend")
    ResponseEntity<String> suspend(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            tenants.suspend(shop.customer(call, id).id());
            return Answer.ok(read(call, id));
        });
    }

    @PostMapping("/{id}/resume")
    ResponseEntity<String> resume(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            tenants.resume(shop.customer(call, id).id());
            return Answer.ok(read(call, id));
        });
    }

    private Tenant open(Call call, Tenant seller, CustomerRequest request) {
        NewTenant customer = new NewTenant(
                seller.id(),
                seller.kind().sellsTo(),
                request.name(),
                Objects.requireNonNullElse(request.timeZone(), seller.zone()));
        NewUser owner = new NewUser(request.owner().email(), request.owner().name(), Role.OWNER);
        Credits credits = Objects.requireNonNullElse(request.credits(), Credits.ZERO);
        if (credits.isNegative()) {
            throw ApiException.of(List.of(new FieldProblem("/credits", "Credits to begin with are 0 or more")));
        }
        try {
            return onboarding.open(
                    customer,
                    owner,
                    credits,
                    RowIds.next().toString(),
                    call.caller().credentialId());
        } catch (EmailTakenException _) {
            throw new ApiException(ErrorCode.EMAIL_TAKEN, "Give another address for the owner");
        } catch (InsufficientCreditsException few) {
            throw AllocationsController.tooFew(few);
        }
    }

    private CustomerView view(Tenant customer) {
        return CustomerView.of(customer, wallets.get(customer.id()));
    }

    /** Customers, oldest first. */
    record CustomerPage(List<CustomerView> data, @Nullable UUID next) {}
}
