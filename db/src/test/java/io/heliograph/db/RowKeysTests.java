package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowKeysTests {

    private static final UUID ALICE = new UUID(0, 1);
    private static final UUID CHARLIE = new UUID(0, 2);
    private static final UUID ONE = new UUID(0, 11);
    private static final UUID TWO = new UUID(0, 12);
    private static final UUID THREE = new UUID(0, 13);

    @Test
    void nameEachTenantOnce() {
        RowKeys keys = of(List.of(new Key(CHARLIE, THREE), new Key(ALICE, ONE), new Key(ALICE, TWO)));

        assertThat(keys.sql()).isEqualTo("((t = ? AND i IN (?, ?)) OR (t = ? AND i IN (?)))");
        assertThat(keys.params())
                .containsExactly(
                        RowIds.bytes(ALICE),
                        RowIds.bytes(ONE),
                        RowIds.bytes(TWO),
                        RowIds.bytes(CHARLIE),
                        RowIds.bytes(THREE));
    }

    @Test
    void withoutKeysNameNothing() {
        assertThat(of(List.of())).isEqualTo(new RowKeys("(1 = 0)", List.of()));
    }

    @Test
    void comeAfterOtherParameters() {
        assertThat(of(List.of(new Key(ALICE, ONE))).after("first", 2))
                .containsExactly("first", 2, RowIds.bytes(ALICE), RowIds.bytes(ONE));
    }

    private static RowKeys of(List<Key> keys) {
        return RowKeys.of("t", "i", keys, Key::tenantId, Key::id);
    }

    private record Key(UUID tenantId, UUID id) {}
}
