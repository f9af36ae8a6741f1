package io.heliograph.portal.statement;

import io.heliograph.ledger.TransferKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a day is looked at. */
enum DayKind {
    ALL,
    SENDS,
    REFUNDS;

    /** What the address says; all where it says nothing that is known. */
    static DayKind of(@Nullable String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(ALL);
    }

    Set<TransferKind> transfers() {
        return switch (this) {
            case ALL -> EnumSet.of(TransferKind.CHARGE, TransferKind.REFUND);
            case SENDS -> EnumSet.of(TransferKind.CHARGE);
            case REFUNDS -> EnumSet.of(TransferKind.REFUND);
        };
    }

    /** How it is called in addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
