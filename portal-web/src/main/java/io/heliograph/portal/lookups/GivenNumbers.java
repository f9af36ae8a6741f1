package io.heliograph.portal.lookups;

import io.heliograph.lookups.LeftOut;
import io.heliograph.lookups.OwnRow;
import io.heliograph.lookups.OwnSheet;
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
 * @param leftOut what no number could be made of, and the rows that the spreadsheet hides
 * @param own the columns of the file; none if it has only one
 */
record GivenNumbers(List<String> ready, int repeated, List<LeftOut> leftOut, OwnSheet own) {

    private static final String EMPTY = "EMPTY";

    static GivenNumbers of(String pasted) {
        Recipients recipients = Recipients.parse(pasted);
        return new GivenNumbers(
                recipients.ready().stream().map(Msisdn::digits).toList(),
                recipients.repeated(),
                recipients.unusable().stream()
                        .map(bad -> new LeftOut(
                                bad.line(), bad.typed(), bad.reason().name()))
                        .toList(),
                OwnSheet.NONE);
    }

    static GivenNumbers of(Sheet sheet, NumberColumn column) {
        Set<String> ready = new LinkedHashSet<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<OwnRow> rows = new ArrayList<>();
        for (Sheet.Line line : column.rows(sheet)) {
            String typed = line.cell(column.index());
            switch (TypedNumber.read(typed)) {
                case TypedNumber.Usable usable -> {
                    String msisdn = usable.msisdn().digits();
                    ready.add(msisdn);
                    rows.add(new OwnRow(line.number(), msisdn, line.cells()));
                }
                case TypedNumber.Unusable bad ->
                    leftOut.add(new LeftOut(
                            line.number(),
                            typed,
                            typed.isEmpty() ? EMPTY : bad.reason().name()));
            }
        }
        sheet.hidden()
                .forEach(line -> leftOut.add(new LeftOut(line.number(), line.cell(column.index()), LeftOut.HIDDEN)));
        OwnSheet own =
                sheet.columns() == 1 ? OwnSheet.NONE : new OwnSheet(ListColumns.headings(sheet, column.headed()), rows);
        return new GivenNumbers(List.copyOf(ready), rows.size() - ready.size(), leftOut, own);
    }
}
