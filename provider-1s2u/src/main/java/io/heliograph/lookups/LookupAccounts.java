package io.heliograph.lookups;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** How the lookups of each provider account are set up, and how they are doing. */
@Component
public class LookupAccounts {

    /** What 1s2u takes at the most (contract H3b). */
    public static final int MOST_NUMBERS_PER_REQUEST = 30;

    private static final int NUMBERS_PER_REQUEST = 1;

    private final AccountRows rows;

    LookupAccounts(AccountRows rows) {
        this.rows = rows;
    }

    /** The lookups of an account; one number a request until somebody says otherwise. */
    public LookupAccount get(UUID accountId) {
        return rows.find(accountId).orElseGet(() -> {
            rows.ensure(accountId, NUMBERS_PER_REQUEST);
            return rows.find(accountId).orElseThrow();
        });
    }

    /**
     * Sets how many numbers one request takes.
     *
     * @param numbers 1 to {@link #MOST_NUMBERS_PER_REQUEST}
     */
    public void saveNumbersPerRequest(UUID accountId, int numbers) {
        if (numbers < 1 || numbers > MOST_NUMBERS_PER_REQUEST) {
            throw new IllegalArgumentException(
                    "The numbers of a lookup request are 1 to " + MOST_NUMBERS_PER_REQUEST + ", not " + numbers);
        }
        rows.saveNumbersPerRequest(accountId, numbers);
    }

    /** As {@link #saveNumbersPerRequest}, unless something is set already. */
    public void startWithNumbersPerRequest(UUID accountId, int numbers) {
        rows.ensure(accountId, numbers);
    }

    /** Tries lookups that are paused again now. */
    public void tryNow(UUID accountId) {
        rows.recovered(accountId);
    }
}
