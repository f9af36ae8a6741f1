package io.heliograph.api.customers;

import io.heliograph.accounts.CreditMoves;
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
import io.heliograph.ledger.PostedTransfer;
import io.heliograph.ledger.TakeBackTooLargeException;
import io.heliograph.ledger.Wallets;
import io.heliograph.tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /customers/{id}/allocations} and {@code …/take-backs}: credits given to a customer, and taken back. */
@ApiResource
@RequestMapping("/api/v1/customers/{id}")
@Needs(Scope.CUSTOMERS)
class AllocationsController {

    private final Shop shop;
    private final CreditMoves moves;
    private final Wallets wallets;
    private final Once once;

    AllocationsController(Shop shop, CreditMoves moves, Wallets wallets, Once once) {
        this.shop = shop;
        this.moves = moves;
        this.wallets = wallets;
        this.once = once;
    }

    @PostMapping("/allocations")
    ResponseEntity<String> allocate(Call call, @PathVariable UUID id, @Body AllocationRequest request) {
        return once.inTransaction(call, request, () -> {
            Tenant customer = shop.customer(call, id);
            requirePositive(request.credits());
            try {
                return answer(moves.give(
                        call.accountId(),
                        customer,
                        request.credits(),
                        RowIds.next().toString(),
                        request.note(),
                        call.caller().credentialId()));
            } catch (InsufficientCreditsException few) {
                throw tooFew(few);
            }
        });
    }

    @PostMapping("/take-backs")
    ResponseEntity<String> takeBack(Call call, @PathVariable UUID id, @Body AllocationRequest request) {
        return once.inTransaction(call, request, () -> {
            Tenant customer = shop.customer(call, id);
            requirePositive(request.credits());
            try {
                return answer(moves.takeBack(
                        call.accountId(),
                        customer,
                        request.credits(),
                        RowIds.next().toString(),
                        request.note(),
                        call.caller().credentialId()));
            } catch (TakeBackTooLargeException large) {
                throw new ApiException(
                                ErrorCode.INSUFFICIENT_CREDITS,
                                "At most " + large.atMost() + " credits can be taken back")
                        .with("available", large.atMost());
            }
        });
    }

    static ApiException tooFew(InsufficientCreditsException few) {
        Credits available = few.balance().plus(few.creditLimit());
        return new ApiException(ErrorCode.INSUFFICIENT_CREDITS, "You have " + available + " credits to give")
                .with("available", available);
    }

    private Answer answer(PostedTransfer posted) {
        UUID customerId = posted.transfer().tenantId();
        TransferView view = new TransferView(
                posted.id(),
                customerId,
                posted.transfer().amount(),
                posted.transfer().note(),
                wallets.get(customerId).balance(),
                posted.postedAt());
        return new Answer(HttpStatus.CREATED, view, null);
    }

    private static void requirePositive(Credits credits) {
        if (!credits.isPositive()) {
            throw ApiException.of(List.of(new FieldProblem("/credits", "Credits to move are more than 0")));
        }
    }

    /**
     * Credits that moved.
     *
     * @param customerBalance what the customer has after it
     */
    record TransferView(
            UUID id,
            UUID customerId,
            Credits credits,
            @Nullable String note,
            Credits customerBalance,
            Instant at) {}
}
