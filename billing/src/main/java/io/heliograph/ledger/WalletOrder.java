package io.heliograph.ledger;

import java.util.Comparator;
import java.util.UUID;

/** The one order in which rows of several wallets are locked: that of the bytes of their ids, as the database sorts them. */
final class WalletOrder {

    static final Comparator<UUID> BY_ID_BYTES = (left, right) -> {
        int most = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    };

    private WalletOrder() {}
}
