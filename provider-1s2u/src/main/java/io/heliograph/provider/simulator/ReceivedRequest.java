package io.heliograph.provider.simulator;

import io.heliograph.provider.FormFields;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that reached the simulator.
 *
 * @param fields of query and body, by lower-case name
 * @param answer its status and body, such as {@code 200 0041}; empty when it was given none
 */
public record ReceivedRequest(Instant at, String method, String path, FormFields fields, String answer) {

    /** The numbers of {@code mno}, or of {@code msisdn} where they are looked up, as they came. */
    public List<String> numbers() {
        return Stream.of(fields.get("mno")
                        .or(() -> fields.get("msisdn"))
                        .orElse("")
                        .split(",", -1))
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
