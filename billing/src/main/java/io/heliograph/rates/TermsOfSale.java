package io.heliograph.rates;

import io.heliograph.db.Transactions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The terms on which each seller sells. */
@Component
public class TermsOfSale {

    private final TermsRows terms;
    private final RateSnapshots snapshots;
    private final Transactions transactions;

    TermsOfSale(TermsRows terms, RateSnapshots snapshots, Transactions transactions) {
        this.terms = terms;
        this.snapshots = snapshots;
        this.transactions = transactions;
    }

    /** A seller's terms, {@link Terms#DEFAULT} unless it has set others. As fast as a look into a map. */
    public Terms of(UUID sellerId) {
        return snapshots.current().terms(sellerId);
    }

    /** Sets a seller's terms, at once on this node and within a second on the others. */
    public void save(UUID sellerId, Terms newTerms) {
        transactions.run(() -> {
            snapshots.change();
            terms.save(sellerId, newTerms);
        });
    }
}
