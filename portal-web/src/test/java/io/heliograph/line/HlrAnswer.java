package io.heliograph.line;

import java.util.List;
import java.util.stream.Collectors;

/** What 1s2u answers to a lookup of numbers that are all active (contract H1). */
public final class HlrAnswer {

    private static final String ACTIVE = """
            "%1$s":{"msisdn":"%1$s","country":"United Kingdom","err_desc":"No Error","operator":"Fast Mobile",\
            "type":"Mobile","mccmnc":"23499","roaming":"False","err_code":"0","status":"DELIVRD","ported":"False"}""";

    private HlrAnswer() {}

    /** One object, keyed by number. */
    public static String active(List<String> numbers) {
        return numbers.stream().map(ACTIVE::formatted).collect(Collectors.joining(",", "{", "}"));
    }
}
