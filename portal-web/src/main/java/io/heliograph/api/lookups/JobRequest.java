package io.heliograph.api.lookups;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.heliograph.api.Numbers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers to look up.
 *
 * @param numbers one or up to 100,000; digits with the country code, with a plus in front or not
 * @param name what it is called in lists; null for its first number
 * @param reuseDays how old an earlier answer may be that is given again and not charged, 0 to {@value #LONGEST_REUSE}; null
 *     for what the account has set
 */
record JobRequest(
        @NotEmpty(message = "Name at least one number")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull(message = "A number is a text") String> numbers,

        @Size(max = LONGEST_NAME, message = "A name has at most " + LONGEST_NAME + " characters") @Nullable
        String name,

        @Min(value = 0, message = REUSE) @Max(value = LONGEST_REUSE, message = REUSE) @Nullable
        Integer reuseDays) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REUSE = 90;
    private static final String REUSE = "Answers are given again for 0 to " + LONGEST_REUSE + " days";

    /** Without the plus, each once, in the order of their first place. */
    List<String> msisdns() {
        return Numbers.distinct(numbers);
    }

    String title() {
        return name == null || name.isBlank() ? "+" + msisdns().getFirst() : name.strip();
    }

    @Nullable
    Duration reuse() {
        return reuseDays == null ? null : Duration.ofDays(reuseDays);
    }
}
