package io.heliograph.provider.simulator;

import java.util.List;
import java.util.stream.Collectors;

/** How a submission that was taken is answered (contract S6). */
public enum AnswerForm {
    /** {@code <id>}, as on 1s2u's page. */
    ID,
    /** {@code OK: <id>}. */
    OK_ID,
    /** {@code OK:<id>}. */
    OK_ID_CLOSE,
    /** {@code OK: <id1>, OK: <id2>}: an id for each number, in the order of {@code mno}. */
    OK_ID_EACH;

    boolean isOneForEachNumber() {
        return this == OK_ID_EACH;
    }

    String write(List<String> ids) {
        return switch (this) {
            case ID -> ids.getFirst();
            case OK_ID -> "OK: " + ids.getFirst();
            case OK_ID_CLOSE -> "OK:" + ids.getFirst();
            case OK_ID_EACH -> ids.stream().map(id -> "OK: " + id).collect(Collectors.joining(", "));
        };
    }
}
