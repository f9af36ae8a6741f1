package io.heliograph.rates;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rates by prefix; finds the longest one that a number starts with. */
final class PrefixTable {

    private final Map<String, Rate> byPrefix = new HashMap<>();
    private final int[] lengths;

    /** Of two rates for one prefix the later in the list holds. */
    PrefixTable(List<Rate> rates) {
        rates.forEach(rate -> byPrefix.put(rate.prefix(), rate));
        lengths = byPrefix.keySet().stream()
                .map(String::length)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Nullable
    Rate longestFor(String msisdn) {
        for (int length : lengths) {
            if (length <= msisdn.length()) {
                Rate rate = byPrefix.get(msisdn.substring(0, length));
                if (rate != null) {
                    return rate;
                }
            }
        }
        return null;
    }
}
