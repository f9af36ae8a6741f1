package io.heliograph.portal.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.lookups.FoundRow;
import io.heliograph.lookups.LeftOut;
import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.Lookups;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Words;
import io.heliograph.provider.HlrAnswer;
import io.heliograph.sheets.SheetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a job found, and what was left out of it, as rows of a file. */
@Component
class JobFiles {

    private static final int MOST_LEFT_OUT = 10_000;

    private final Lookups lookups;
    private final Words words;
    private final Fmt fmt;

    JobFiles(Lookups lookups, Words words, Fmt fmt) {
        this.lookups = lookups;
        this.words = words;
        this.fmt = fmt;
    }

    void results(UUID tenantId, UUID jobId, LookupFilter filter, SheetWriter out) throws IOException {
        List<String> own = lookups.ownHeadings(tenantId, jobId);
        out.row(joined(own, own.size(), List.of(words.of("lookups.file.head").split("\\|", -1))));
        try {
            lookups.each(tenantId, jobId, filter, found -> write(found, own.size(), out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    void leftOut(UUID tenantId, UUID jobId, SheetWriter out) throws IOException {
        out.row(List.of(words.of("lookups.left.head").split("\\|", -1)));
        for (LeftOut one : lookups.leftOut(tenantId, jobId, MOST_LEFT_OUT)) {
            out.row(List.of(
                    one.place() == 0 ? "" : Integer.toString(one.place()),
                    one.typed(),
                    words.of("lookups.left." + one.reason())));
        }
    }

    private List<String> row(Lookup lookup) {
        HlrAnswer answer = lookup.answer();
        return List.of(
                fmt.phone(lookup.msisdn()),
                words.of(LookupWords.of(lookup).key()),
                text(answer == null ? null : answer.operator()),
                text(answer == null ? null : answer.country()),
                text(answer == null ? null : answer.type()),
                text(answer == null ? null : answer.mccmnc()),
                truth(answer == null ? null : answer.ported()),
                truth(answer == null ? null : answer.roaming()),
                text(answer == null ? null : answer.error()),
                text(answer == null ? null : answer.errorCode()),
                lookup.answeredAt() == null
                        ? ""
                        : lookup.answeredAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                lookup.price().minus(lookup.refunded()).toString());
    }

    /** A line for every row of the customer's own; what was charged stands in the first of them. */
    private void write(FoundRow found, int columns, SheetWriter out) {
        List<String> row = row(found.lookup());
        List<List<String>> own = found.own().isEmpty() ? List.of(List.of()) : found.own();
        try {
            for (int i = 0; i < own.size(); i++) {
                out.row(joined(own.get(i), columns, i == 0 ? row : again(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> again(List<String> row) {
        List<String> again = new ArrayList<>(row);
        again.set(again.size() - 1, Credits.ZERO.toString());
        return again;
    }

    /** Cells of the customer's, as many as there are columns, and then ours. */
    private static List<String> joined(List<String> own, int columns, List<String> ours) {
        List<String> joined = new ArrayList<>(own);
        joined.addAll(Collections.nCopies(columns - own.size(), ""));
        joined.addAll(ours);
        return joined;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String truth(@Nullable Boolean value) {
        if (value == null) {
            return "";
        }
        return words.of(value ? "lookups.yes" : "lookups.no");
    }
}
