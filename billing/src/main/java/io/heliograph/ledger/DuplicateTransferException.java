package io.heliograph.ledger;

import java.util.ArrayList;
import java.util.List;

/** Transfers with these keys were posted before. Nothing was moved. Code {@code duplicate_transfer}. */
public final class DuplicateTransferException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ArrayList<String> keys;

    public DuplicateTransferException(List<String> keys, Throwable cause) {
        super("Posted before: " + keys, cause);
        this.keys = new ArrayList<>(keys);
    }

    /** The keys that exist already. */
    public List<String> keys() {
        return List.copyOf(keys);
    }
}
