package io.heliograph.provider.simulator;

import io.heliograph.provider.UnicodeForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What the simulator is like; {@link #standard} and from there {@code with…}.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 * @param credits of the account at the start; a part costs 1
 * @param forms how it writes
 * @param limits what it refuses
 * @param timing when it answers and reports
 * @param hlr how it looks numbers up
 */
public record SimulatorOptions(
        int port,
        String username,
        String password,
        BigDecimal credits,
        Forms forms,
        Limits limits,
        Timing timing,
        Hlr hlr) {

    /**
     * How it looks numbers up.
     *
     * @param credits HLR credits at the start; a number costs 1 (contract H4)
     * @param numbersPerRequest 1, or up to 30 as seen (contract H3b)
     * @param requestsPerSecond 30, past which it answers 429; 0 for no limit (contract H2)
     * @param form which codes and words
     * @param errorObjects whether refusals come as {@code {"error": …}}, as seen
     */
    public record Hlr(int credits, int numbersPerRequest, int requestsPerSecond, HlrForm form, boolean errorObjects) {

        public Hlr withCredits(int newCredits) {
            return new Hlr(newCredits, numbersPerRequest, requestsPerSecond, form, errorObjects);
        }

        public Hlr withNumbersPerRequest(int numbers) {
            return new Hlr(credits, numbers, requestsPerSecond, form, errorObjects);
        }

        public Hlr withForm(HlrForm newForm, boolean newErrorObjects) {
            return new Hlr(credits, numbersPerRequest, requestsPerSecond, newForm, newErrorObjects);
        }
    }

    /**
     * How it writes, and how it reads Unicode.
     *
     * @param unicode how the client's account is set (contract S7b)
     */
    public record Forms(
            AnswerForm answers, RefusalForm refusals, ReportForm reports, DateForm dates, UnicodeForm unicode) {

        public Forms withAnswers(AnswerForm form) {
            return new Forms(form, refusals, reports, dates, unicode);
        }

        public Forms withRefusals(RefusalForm form) {
            return new Forms(answers, form, reports, dates, unicode);
        }

        public Forms withReports(ReportForm form) {
            return new Forms(answers, refusals, form, dates, unicode);
        }

        public Forms withDates(DateForm form) {
            return new Forms(answers, refusals, reports, form, unicode);
        }

        public Forms withUnicode(UnicodeForm form) {
            return new Forms(answers, refusals, reports, dates, form);
        }
    }

    /**
     * What it refuses.
     *
     * @param numbersPerRequest 15, or 30 as seen (contract S4)
     * @param numbersCode what is answered past it: 0066, or 0060 as seen
     * @param requestsPerSecond 30, past which it answers 429; 0 for no limit (contract S7)
     * @param balancesPerMinute 2, past which it answers 429; 0 for no limit (contract C1)
     */
    public record Limits(int numbersPerRequest, String numbersCode, int requestsPerSecond, int balancesPerMinute) {

        public Limits withNumbers(int perRequest, String code) {
            return new Limits(perRequest, code, requestsPerSecond, balancesPerMinute);
        }

        public Limits withRequestsPerSecond(int requests) {
            return new Limits(numbersPerRequest, numbersCode, requests, balancesPerMinute);
        }

        public Limits withBalancesPerMinute(int requests) {
            return new Limits(numbersPerRequest, numbersCode, requestsPerSecond, requests);
        }
    }

    /**
     * When it answers and reports.
     *
     * @param report from the answer to the report
     * @param lateReport the same for the number that reports late
     * @param silence how long it leaves a request without an answer before it closes the connection
     * @param retries how long it waits before each further try of a report that was not answered 2xx
     */
    public record Timing(Duration report, Duration lateReport, Duration silence, List<Duration> retries) {

        public Timing {
            retries = List.copyOf(retries);
        }
    }

    /** As 1s2u's page describes it, with 1,000,000 credits, on any free port. */
    public static SimulatorOptions standard(String username, String password) {
        return new SimulatorOptions(
                0,
                username,
                password,
                new BigDecimal(1_000_000),
                new Forms(AnswerForm.ID, RefusalForm.CODE, ReportForm.FORM, DateForm.AMERICAN, UnicodeForm.UTF_8),
                new Limits(15, "0066", 30, 2),
                new Timing(
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        List.of(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5))),
                new Hlr(1_000_000, 1, 30, HlrForm.PAGE, false));
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(newPort, username, password, credits, forms, limits, timing, hlr);
    }

    public SimulatorOptions withCredits(BigDecimal newCredits) {
        return new SimulatorOptions(port, username, password, newCredits, forms, limits, timing, hlr);
    }

    public SimulatorOptions withForms(Forms newForms) {
        return new SimulatorOptions(port, username, password, credits, newForms, limits, timing, hlr);
    }

    public SimulatorOptions withLimits(Limits newLimits) {
        return new SimulatorOptions(port, username, password, credits, forms, newLimits, timing, hlr);
    }

    public SimulatorOptions withTiming(Timing newTiming) {
        return new SimulatorOptions(port, username, password, credits, forms, limits, newTiming, hlr);
    }

    public SimulatorOptions withHlr(Hlr newHlr) {
        return new SimulatorOptions(port, username, password, credits, forms, limits, timing, newHlr);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SimulatorOptions[" + username + ", " + forms + ", " + limits + ", " + timing + ", " + hlr + "]";
    }
}
