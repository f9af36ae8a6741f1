package io.heliograph.bench;

import io.heliograph.line.HlrAnswer;
import io.heliograph.processes.DensestSecond;
import io.heliograph.processes.Figures;
import io.heliograph.processes.Tally;
import java.util.List;
import java.util.Map;

/** The lookups of a 1s2u that answers at once, whatever the pace; it counts what the pace was. */
final class FastHlr {

    private final Tally numbers = new Tally();
    private final Tally requests = new Tally();
    private final DensestSecond densest = new DensestSecond();

    /** Answers a request for these numbers, commas between them. */
    String answer(String msisdns) {
        densest.add();
        List<String> all = List.of(msisdns.split(",", -1));
        requests.add(1);
        numbers.add(all.size());
        return HlrAnswer.active(all);
    }

    void reset() {
        numbers.reset();
        requests.reset();
        densest.reset();
    }

    Figures figures() {
        return Figures.of(Map.of(
                "lookups", numbers.count(),
                "lookupSeconds", numbers.seconds(),
                "lookupRequests", requests.count(),
                "mostLookupRequestsInASecond", densest.most()));
    }
}
