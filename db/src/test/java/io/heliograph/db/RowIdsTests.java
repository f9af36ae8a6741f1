package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowIdsTests {

    private static final int THREADS = 8;
    private static final int IDS = 20_000;

    @Test
    void areOfVersionSevenAndTheVariantOfTheRfc() {
        assertThat(ids(1000)).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void beginWithTheTimeInMilliseconds() {
        long before = System.currentTimeMillis();

        long time = RowIds.next().getMostSignificantBits() >>> 16;

        // Ids that were made faster than the clock ticks borrow from the milliseconds to come.
        assertThat(time).isBetween(before, before + 60_000);
    }

    @Test
    void sortInTheOrderInWhichTheyWereMade() {
        List<byte[]> made = ids(IDS).stream().map(RowIds::bytes).toList();

        assertThat(made).isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void growInEachOfManyThreadsAndAreNeverTheSame() throws Exception {
        Callable<List<UUID>> work = () -> ids(IDS);
        List<List<UUID>> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<UUID>> future : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(_ -> work).toList())) {
                made.add(future.get());
            }
        }

        assertThat(made)
                .allSatisfy(ids -> assertThat(ids.stream().map(RowIds::bytes).toList())
                        .isSortedAccordingTo(Arrays::compareUnsigned));
        Set<UUID> distinct = new HashSet<>();
        made.forEach(distinct::addAll);
        assertThat(distinct).hasSize(THREADS * IDS);
    }

    @Test
    void comeBackFromTheirBytes() {
        UUID id = RowIds.next();

        assertThat(RowIds.uuid(RowIds.bytes(id))).isEqualTo(id);
    }

    @Test
    void areNullWhereTheyMayBeAndThereAreNone() {
        UUID id = RowIds.next();

        assertThat(RowIds.uuidOrNull(RowIds.bytesOrNull(id))).isEqualTo(id);
        assertThat(RowIds.bytesOrNull(null)).isNull();
        assertThat(RowIds.uuidOrNull(null)).isNull();
    }

    @Test
    void areOfSixteenBytes() {
        assertThatThrownBy(() -> RowIds.uuid(new byte[15])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RowIds.uuid(new byte[17])).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(RowIds::next).limit(count).toList();
    }
}
