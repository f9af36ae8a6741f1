package io.heliograph.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What went in and out of a wallet on a UTC day by transfers of one kind. */
record WalletDay(Key key, Credits in, Credits out, long transfers, Instant lastAt) {

    /** In the order of the table's primary key. */
    record Key(UUID tenantId, LocalDate day, TransferKind kind) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::tenantId, WalletOrder.BY_ID_BYTES)
                .thenComparing(Key::day)
                .thenComparing(key -> key.kind().name());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a transfer does to the wallets it touches: none, one or two. */
    static List<WalletDay> of(PostedTransfer posted) {
        Transfer transfer = posted.transfer();
        List<WalletDay> days = new ArrayList<>(2);
        if (transfer.to().isWallet()) {
            days.add(of(posted, transfer.to(), transfer.amount(), Credits.ZERO));
        }
        if (transfer.from().isWallet()) {
            days.add(of(posted, transfer.from(), Credits.ZERO, transfer.amount()));
        }
        return days;
    }

    WalletDay plus(WalletDay other) {
        return new WalletDay(
                key,
                in.plus(other.in),
                out.plus(other.out),
                transfers + other.transfers,
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }

    private static WalletDay of(PostedTransfer posted, Account wallet, Credits in, Credits out) {
        Key key = new Key(wallet.tenantId(), posted.day(), posted.transfer().kind());
        return new WalletDay(key, in, out, 1, posted.postedAt());
    }
}
