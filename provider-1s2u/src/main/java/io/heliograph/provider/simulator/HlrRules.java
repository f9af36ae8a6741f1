package io.heliograph.provider.simulator;

import io.heliograph.provider.FormFields;
import io.heliograph.provider.HlrError;
import io.heliograph.text.Msisdn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Judges and answers a lookup as 1s2u does (contract H1 to H4). What a number answers is decided by {@link HlrNumber}. */
final class HlrRules {

    private static final int TIMES_UNAVAILABLE = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final SimulatorOptions options;
    private final SimulatedAccount account;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    HlrRules(SimulatorOptions options, SimulatedAccount account) {
        this.options = options;
        this.account = account;
    }

    Answer answer(FormFields fields) {
        if (!account.admitsLookup()) {
            return Answer.of(429, HlrError.TOO_MANY_REQUESTS);
        }
        List<String> numbers = numbers(fields);
        Optional<HlrError> refusal = refusal(fields, numbers);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (hasAny(numbers, HlrNumber.UNAVAILABLE_TWICE, TIMES_UNAVAILABLE)) {
            return Answer.of(503, "");
        }
        if (hasAny(numbers, HlrNumber.SILENT, Integer.MAX_VALUE) || hasAny(numbers, HlrNumber.SILENT_ONCE, 1)) {
            return new Answer.Silence(options.timing().silence());
        }
        if (!account.chargeLookups(numbers.size())) {
            return refused(HlrError.NOT_ENOUGH_CREDITS);
        }
        return Answer.of(JSON.writeValueAsString(options.hlr().form().write(numbers)));
    }

    private Answer refused(HlrError error) {
        return Answer.of(
                options.hlr().errorObjects() ? JSON.writeValueAsString(Map.of("error", error.text())) : error.text());
    }

    private Optional<HlrError> refusal(FormFields fields, List<String> numbers) {
        if (numbers.size() > options.hlr().numbersPerRequest()
                || numbers.stream().anyMatch(number -> Msisdn.parse(number).isEmpty())
                || numbers.stream().anyMatch(number -> HlrNumber.of(number) == HlrNumber.REFUSED)) {
            return Optional.of(HlrError.BAD_NUMBER);
        }
        if (fields.getOrEmpty("password").isBlank()) {
            return Optional.of(HlrError.NO_PASSWORD);
        }
        if (fields.getOrEmpty("username").isBlank()) {
            return Optional.of(HlrError.NO_USERNAME);
        }
        return account.accepts(fields.getOrEmpty("username"), fields.getOrEmpty("password"))
                ? Optional.empty()
                : Optional.of(HlrError.WRONG_CREDENTIALS);
    }

    /** Whether a number of this kind is among them that was asked for no more than so many times. */
    private boolean hasAny(List<String> numbers, HlrNumber kind, int most) {
        boolean has = false;
        for (String number : numbers) {
            if (HlrNumber.of(number) == kind) {
                has |= times.merge(number, 1, Integer::sum) <= most;
            }
        }
        return has;
    }

    private static List<String> numbers(FormFields fields) {
        return Stream.of(fields.getOrEmpty("msisdn").split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
    }
}
