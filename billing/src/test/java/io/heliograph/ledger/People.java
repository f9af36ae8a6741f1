package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import java.util.UUID;

/** The fixed people of the tests: Alice and Bob are customers of a reseller, Charlie is elsewhere. All wallets are empty. */
public record People(UUID operator, UUID reseller, UUID alice, UUID bob, UUID elsewhere, UUID charlie) {

    public static People open(Wallets wallets) {
        People people =
                new People(RowIds.next(), RowIds.next(), RowIds.next(), RowIds.next(), RowIds.next(), RowIds.next());
        wallets.open(people.operator, null);
        wallets.open(people.reseller, people.operator);
        wallets.open(people.alice, people.reseller);
        wallets.open(people.bob, people.reseller);
        wallets.open(people.elsewhere, people.operator);
        wallets.open(people.charlie, people.elsewhere);
        return people;
    }
}
