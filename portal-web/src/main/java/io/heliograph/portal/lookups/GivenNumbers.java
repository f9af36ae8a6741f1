package io.heliograph.portal.lookups;

import io.heliograph.lookups.LeftOut;
import io.heliograph.sheets.Sheet;
import io.heliograph.text.Msisdn;
import io.heliograph.text.Recipients;
import io.heliograph.text.TypedNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers that a person gave, in a file or pasted.
 *
 * @param ready different numbers, digits of E.164, in their order
 * @param repeated how many more times a ready number was named
 * @param leftOut what no number could be made of
 */
record GivenNumbers(List<String> ready, int repeated, List<LeftOut> leftOut) {

    private static final String EMPTY = "EMPTY";

    static GivenNumbers of(String pasted) {
        Recipients recipients = Recipients.parse(pasted);
        return new GivenNumbers(
                recipients.ready().stream().map(Msisdn::digits).toList(),
                recipients.repeated(),
                recipients.unusable().stream()
                        .map(bad -> new LeftOut(
                                bad.line(), bad.typed(), bad.reason().name()))
                        .toList());
    }

    /** @throws NoNumberColumnException if no column of it holds numbers */
    static GivenNumbers of(Sheet sheet) {
        NumberColumn column = NumberColumn.of(sheet);
        Set<String> ready = new LinkedHashSet<>();
        List<LeftOut> leftOut = new ArrayList<>();
        int repeated = 0;
        for (Sheet.Line line : column.rows(sheet)) {
            String typed = line.cell(column.index());
            switch (TypedNumber.read(typed)) {
                case TypedNumber.Usable usable ->
                    repeated += ready.add(usable.msisdn().digits()) ? 0 : 1;
                case TypedNumber.Unusable bad ->
                    leftOut.add(new LeftOut(
                            line.number(),
                            typed,
                            typed.isEmpty() ? EMPTY : bad.reason().name()));
            }
        }
        return new GivenNumbers(List.copyOf(ready), repeated, leftOut);
    }
}
