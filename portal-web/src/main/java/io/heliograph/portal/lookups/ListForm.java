package io.heliograph.portal.lookups;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A list to check.
 *
 * @param file one that was chosen; empty if numbers are pasted
 * @param numbers as pasted
 */
record ListForm(@Nullable MultipartFile file, String numbers) {

    ListForm(@Nullable MultipartFile file, @Nullable String numbers) {
        this.file = file == null || file.isEmpty() ? null : file;
        this.numbers = numbers == null ? "" : numbers;
    }

    static ListForm empty() {
        return new ListForm(null, "");
    }
}
