package io.heliograph.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** A transfer as it stands in the ledger. */
public record PostedTransfer(UUID id, Transfer transfer, Instant postedAt) {

    LocalDate day() {
        return LocalDate.ofInstant(postedAt, ZoneOffset.UTC);
    }
}
