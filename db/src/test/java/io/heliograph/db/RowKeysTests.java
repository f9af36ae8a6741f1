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
    void areATableInTheOrderOfTheKeys() {
        RowKeys keys = of(List.of(new Key(CHARLIE, THREE), new Key(ALICE, TWO), new Key(ALICE, ONE)));

        assertThat(keys.sql()).isEqualTo("(SELECT ? AS a, ? AS b UNION ALL SELECT ?, ? UNION ALL SELECT ?, ?) wanted");
        assertThat(keys.params())
                .containsExactly(
                        RowIds.bytes(ALICE),
                        RowIds.bytes(ONE),
                        RowIds.bytes(ALICE),
                        RowIds.bytes(TWO),
                        RowIds.bytes(CHARLIE),
                        RowIds.bytes(THREE));
    }

    @Test
    void carryWhatIsGivenWithEach() {
        RowKeys keys = RowKeys.of(List.of(new Key(ALICE, ONE)), Key::tenantId, Key::id, _ -> "given");

        assertThat(keys.sql()).isEqualTo("(SELECT ? AS a, ? AS b, ? AS given) wanted");
        assertThat(keys.params()).containsExactly(RowIds.bytes(ALICE), RowIds.bytes(ONE), "given");
    }

    @Test
    void joinARowToEachKey() {
        assertThat(of(List.of(new Key(ALICE, ONE))).join("message m", "m.tenant_id", "m.id"))
                .isEqualTo("(SELECT ? AS a, ? AS b) wanted"
                        + " STRAIGHT_JOIN message m ON m.tenant_id = wanted.a AND m.id = wanted.b ");
    }

    @Test
    void comeBeforeOtherParameters() {
        assertThat(of(List.of(new Key(ALICE, ONE))).and("first", 2))
                .containsExactly(RowIds.bytes(ALICE), RowIds.bytes(ONE), "first", 2);
    }

    private static RowKeys of(List<Key> keys) {
        return RowKeys.of(keys, Key::tenantId, Key::id);
    }

    private record Key(UUID tenantId, UUID id) {}
}
