package io.heliograph.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.smpp.ReceiptState;
import io.heliograph.smpp.WireAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept for no longer goes at once, however much it is. */
@DatabaseTest
@Import({Receipts.class, WishRows.class, ReceiptRows.class, QueueRows.class})
class OldReceiptsIT {

    private static final int MANY = 10_001;
    private static final WireAddress ADDRESS = new WireAddress((byte) 1, (byte) 1, "447700900123");

    @Autowired
    Receipts receipts;

    @Autowired
    WishRows wishes;

    @Autowired
    ReceiptRows rows;

    @Autowired
    QueueRows queue;

    @Autowired
    JdbcTemplate jdbc;

    private final UUID alice = RowIds.next();
    private final UUID credential = RowIds.next();

    @Test
    void forgetsAllThatIsTooOldInOneSweep() {
        Instant old = Instant.now().minus(Duration.ofDays(Receipts.KEPT_DAYS + 1));
        List<PendingReceipt> many =
                IntStream.range(0, MANY).mapToObj(_ -> receipt(old)).toList();
        rows.insert(many);
        queue.insert(many);
        wishes.insert(many.stream().map(this::wish).toList());
        jdbc.update("UPDATE receipts_wish SET created_at = created_at - INTERVAL 121 DAY");
        PendingReceipt young = receipt(Instant.now());
        rows.insert(List.of(young));
        queue.insert(List.of(young));
        wishes.insert(List.of(wish(young)));

        receipts.forget();

        assertThat(List.of("receipts_receipt", "receipts_wish", "receipts_pending"))
                .allSatisfy(table -> assertThat(jdbc.queryForList("SELECT wire_id FROM " + table, byte[].class))
                        .containsExactly(RowIds.bytes(young.wireId())));
    }

    private PendingReceipt receipt(Instant doneAt) {
        return new PendingReceipt(
                alice,
                RowIds.next(),
                credential,
                RowIds.next(),
                ADDRESS,
                ADDRESS,
                ReceiptState.DELIVRD,
                doneAt,
                doneAt,
                0);
    }

    private Wish wish(PendingReceipt receipt) {
        return new Wish(
                alice,
                receipt.wireId(),
                RowIds.next(),
                credential,
                Wanted.ALL,
                receipt.source(),
                receipt.destination());
    }
}
