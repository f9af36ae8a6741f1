package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Difference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The proof of purchases; its clean side is proved after every other test of purchases. */
class PurchaseProofIT extends PurchaseTest {

    @Autowired
    PurchaseProof purchaseProof;

    @Autowired
    PlatformTransactionManager transactionManager;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM ledger_transfer WHERE kind = 'PURCHASE' AND reference_id = ? | Transfers that give
            UPDATE ledger_transfer SET amount = amount - 1 WHERE kind = 'PURCHASE' AND reference_id = ? | Credits given by
            UPDATE purchases_purchase SET credits = credits + 1 WHERE id = ? | Credits given by
            UPDATE purchases_purchase SET state = 'PAID' WHERE id = ? | Transfers of purchase
            DELETE FROM ledger_transfer WHERE kind = 'PURCHASE_REVERSAL' AND transfer_key LIKE 'reversal:re%' \
            AND reference_id = ? | Credits given by
            UPDATE ledger_transfer SET amount = amount + 1 WHERE kind = 'PURCHASE_REVERSAL' \
            AND transfer_key LIKE 'reversal:re%' AND reference_id = ? | Credits taken back by re
            DELETE FROM ledger_transfer WHERE kind = 'PURCHASE_REINSTATED' AND reference_id = ? | Credits given back after d
            UPDATE purchases_reversal SET state = 'COLLECTED' WHERE kind = 'DISPUTE' AND purchase_id = ? \
            | Credits given back after d
            """)
    void findsWhatDidNotMoveAsItShould(String damage, String found) {
        Purchase purchase = refundedAndDisputed();

        List<Difference> differences = differencesAfter(damage, purchase);

        assertThat(differences).anySatisfy(difference -> {
            assertThat(difference.what()).startsWith(found);
            assertThat(difference.tenantId()).isEqualTo(market.alice());
        });
        assertThat(purchaseProof.check()).isEmpty();
    }

    @Test
    void acceptsThatWhatWasRefundedBeforeWasNotGiven() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        stripe.refund(Market.ACCOUNT, stripe.paymentOf(session(purchase)), PRICE / 4);

        eventsArrive(2);

        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.FULFILLED);
        assertThat(purchaseProof.check()).isEmpty();
    }

    private Purchase refundedAndDisputed() {
        Purchase purchase = bought();
        stripe.refund(Market.ACCOUNT, payment(purchase), PRICE / 5);
        String dispute = stripe.dispute(payment(purchase), PRICE / 5);
        eventsArrive(3);
        stripe.closeDispute(dispute, true);
        eventsArrive(2);
        timePasses();
        return purchase;
    }

    private List<Difference> differencesAfter(String damage, Purchase purchase) {
        List<Difference> differences = new ArrayList<>();
        new TransactionTemplate(transactionManager).executeWithoutResult(transaction -> {
            assertThat(jdbc.sql(damage).param(RowIds.bytes(purchase.id())).update())
                    .isPositive();
            differences.addAll(purchaseProof.check());
            transaction.setRollbackOnly();
        });
        return differences;
    }
}
