package io.heliograph.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The numbers in a block that a person typed or pasted.
 *
 * @param ready distinct numbers in the order of their first place
 * @param repeated how many more times a ready number was named
 * @param unusable what no number could be made of, in order
 */
public record Recipients(List<Msisdn> ready, int repeated, List<Unusable> unusable) {

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");

    /**
     * A number that can't be used.
     *
     * @param line where it is, from 1
     * @param typed as it was typed, without blanks around it
     * @param reason why it can't be used
     */
    public record Unusable(int line, String typed, TypedNumber.Reason reason) {}

    public Recipients {
        ready = List.copyOf(ready);
        unusable = List.copyOf(unusable);
    }

    /** Reads one number per line, or several parted by comma, semicolon or tab; empty entries are skipped. */
    public static Recipients parse(String block) {
        Set<Msisdn> ready = new LinkedHashSet<>();
        List<Unusable> unusable = new ArrayList<>();
        int repeated = 0;
        List<String> lines = block.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String entry : SEPARATOR.split(lines.get(i), -1)) {
                String typed = entry.strip();
                if (typed.isEmpty()) {
                    continue;
                }
                switch (TypedNumber.read(typed)) {
                    case TypedNumber.Usable usable -> repeated += ready.add(usable.msisdn()) ? 0 : 1;
                    case TypedNumber.Unusable bad -> unusable.add(new Unusable(i + 1, typed, bad.reason()));
                }
            }
        }
        return new Recipients(List.copyOf(ready), repeated, unusable);
    }

    /** All entries: ready, repeated and unusable. */
    public int total() {
        return ready.size() + repeated + unusable.size();
    }
}
