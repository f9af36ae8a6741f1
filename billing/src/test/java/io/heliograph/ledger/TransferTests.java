package io.heliograph.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.RowIds;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransferTests {

    private final UUID alice = RowIds.next();

    @Test
    void movesMoreThanNothing() {
        assertThatCode(() -> transfer("key", Account.usage(alice), new Credits(1), null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> transfer("key", Account.usage(alice), Credits.ZERO, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer("key", Account.usage(alice), new Credits(-1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsTwoAccounts() {
        assertThatThrownBy(() -> transfer("key", Account.wallet(alice), Credits.of(1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsKeyAndNoteToWhatTheTableHolds() {
        assertThatCode(() -> transfer("k".repeat(120), Account.usage(alice), Credits.of(1), "n".repeat(200)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> transfer("k".repeat(121), Account.usage(alice), Credits.of(1), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer(" ", Account.usage(alice), Credits.of(1), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer("key", Account.usage(alice), Credits.of(1), "n".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Transfer transfer(String key, Account to, Credits amount, @Nullable String note) {
        return new Transfer(alice, key, TransferKind.CHARGE, Account.wallet(alice), to, amount, null, note, null);
    }
}
