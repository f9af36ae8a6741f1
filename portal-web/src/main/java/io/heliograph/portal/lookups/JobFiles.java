package io.heliograph.portal.lookups;

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
        out.row(List.of(words.of("lookups.file.head").split("\\|", -1)));
        try {
            lookups.each(tenantId, jobId, filter, lookup -> write(row(lookup), out));
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

    private static void write(List<String> row, SheetWriter out) {
        try {
            out.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
