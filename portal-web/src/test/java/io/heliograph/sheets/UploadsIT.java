package io.heliograph.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploaded files are kept for a day, and so many of one tenant. */
@PortalTest
class UploadsIT {

    private static final byte[] CONTENT = "Name,Phone".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Uploads uploads;

    @Autowired
    JdbcClient jdbc;

    private final UUID alice = RowIds.next();
    private final UUID charlie = RowIds.next();

    @Test
    void givesBackWhatWasKeptToItsOwnerAlone() {
        UUID id = keep(alice).orElseThrow();

        assertThat(uploads.find(alice, id).orElseThrow().content()).isEqualTo(CONTENT);
        assertThat(uploads.find(charlie, id)).isEmpty();
    }

    @Test
    void deletesAllThatAreOlderThanADayInOneSweep() {
        List<UUID> old =
                IntStream.range(0, 41).mapToObj(_ -> keep(alice).orElseThrow()).toList();
        jdbc.sql("UPDATE sheets_upload SET created_at = created_at - INTERVAL 25 HOUR WHERE tenant_id = ?")
                .param(RowIds.bytes(alice))
                .update();
        UUID young = keep(alice).orElseThrow();

        uploads.sweep();

        assertThat(old).allSatisfy(id -> assertThat(uploads.find(alice, id)).isEmpty());
        assertThat(uploads.find(alice, young)).isPresent();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sheets_piece WHERE tenant_id = ?")
                        .param(RowIds.bytes(alice))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsFiftyOfATenant() {
        for (int i = 0; i < 50; i++) {
            assertThat(keep(alice)).isPresent();
        }

        assertThat(keep(alice)).isEmpty();
        assertThat(keep(charlie)).isPresent();
    }

    private Optional<UUID> keep(UUID tenantId) {
        return uploads.keep(tenantId, "list.csv", CONTENT);
    }
}
