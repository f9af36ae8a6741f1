package io.heliograph.api.customers;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.FieldProblem;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.api.Words;
import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.credentials.Scope;
import io.heliograph.ledger.Credits;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.PriceRow;
import io.heliograph.rates.Product;
import io.heliograph.tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** {@code /customers/{id}/prices}: prices for one customer, by prefix; the longest that fits wins. */
@ApiResource
@RequestMapping("/api/v1/customers/{id}/prices")
@Needs(Scope.CUSTOMERS)
class PricesController {

    private final Shop shop;
    private final PriceLists prices;
    private final AuditLog audit;
    private final Once once;

    PricesController(Shop shop, PriceLists prices, AuditLog audit, Once once) {
        this.shop = shop;
        this.prices = prices;
        this.audit = audit;
        this.once = once;
    }

    @GetMapping
    PriceList list(Call call, @PathVariable UUID id) {
        Tenant customer = shop.customer(call, id);
        return new PriceList(prices.list(call.accountId(), customer.id()).stream()
                .map(PriceView::of)
                .toList());
    }

    @PostMapping
    ResponseEntity<String> set(Call call, @PathVariable UUID id, @Body PriceRequest request) {
        return once.inTransaction(call, request, () -> {
            Tenant customer = shop.customer(call, id);
            requireInRange(request.price());
            String prefix = Objects.requireNonNullElse(request.prefix(), "");
            UUID rate = prices.set(
                    call.accountId(),
                    customer.id(),
                    "lookup".equals(request.product()) ? Product.LOOKUP : Product.SMS,
                    prefix,
                    request.price(),
                    call.caller().credentialId());
            audit.write(new NewEntry(
                    customer.id(), Act.PRICE_SET, rate, prefix, request.price().toString()));
            PriceView made = list(call, id).data().stream()
                    .filter(price -> price.id().equals(rate))
                    .findFirst()
                    .orElseThrow();
            return new Answer(HttpStatus.CREATED, made, null);
        });
    }

    @DeleteMapping("/{priceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Call call, @PathVariable UUID id, @PathVariable UUID priceId) {
        PriceView price = list(call, id).data().stream()
                .filter(one -> one.id().equals(priceId))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("price"));
        NewEntry entry = new NewEntry(id, Act.PRICE_REMOVED, priceId, price.prefix());
        if (!audit.with(entry, () -> prices.remove(call.accountId(), priceId))) {
            throw ApiException.notFound("price");
        }
    }

    private static void requireInRange(Credits price) {
        if (price.isNegative() || price.compareTo(PriceLists.MAX_PRICE) > 0) {
            throw ApiException.of(
                    List.of(new FieldProblem("/price", "A price is 0 to " + PriceLists.MAX_PRICE + " credits")));
        }
    }

    /** All prices that one customer has for itself. */
    record PriceList(List<PriceView> data) {}

    /**
     * A price.
     *
     * @param price what the customer pays for a unit
     * @param cost what the seller pays for it; absent for the operator
     */
    record PriceView(
            UUID id,
            String product,
            String prefix,
            Credits price,
            @Nullable Credits cost,
            Instant since) {

        static PriceView of(PriceRow row) {
            return new PriceView(
                    row.rateId(), Words.of(row.product()), row.prefix(), row.theyPay(), row.youPay(), row.since());
        }
    }
}
