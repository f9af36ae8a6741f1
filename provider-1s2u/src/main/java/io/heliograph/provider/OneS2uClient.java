package io.heliograph.provider;

import io.heliograph.provider.BalanceResult.Balance;
import io.heliograph.provider.BalanceResult.Unavailable;
import io.heliograph.provider.BalanceResult.WrongCredentials;
import io.heliograph.provider.Exchange.Answered;
import io.heliograph.provider.Exchange.NotWritten;
import io.heliograph.provider.Exchange.Unanswered;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Uncertain;
import io.heliograph.text.Encoding;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * Speaks 1s2u's HTTP API. Safe for many threads; logs nothing, and repeats nothing by itself.
 *
 * <p>One exchange is one request: what its result means for the messages in it is contract S9.
 */
public final class OneS2uClient implements AutoCloseable {

    static final int MAX_RAW = 1_000;

    private static final int OK = 200;
    private static final String WRONG_CREDENTIALS = "00";
    private static final Pattern BALANCE = Pattern.compile("-?(0|[1-9][0-9]{0,17})?(\\.[0-9]{1,18})?(?<=[0-9])");

    private final Exchanges exchanges = new Exchanges();

    /** Posts {@code submit} to {@code /bulksms} (contract S1 to S7b) and says what came of it (S9). */
    public SubmitResult submit(Upstream upstream, Submit submit) {
        return switch (exchanges.post(upstream.call("/bulksms"), form(upstream, submit), upstream.timeout())) {
            case Answered answered -> Answers.read(answered.status(), answered.body(), raw(upstream, answered));
            case NotWritten none -> new NotSent(NotSent.Reason.NO_CONNECTION, null, none.why());
            case Unanswered none -> new Uncertain(none.why(), "");
        };
    }

    /** Asks {@code /checkbalance} (contract C1); at most twice a minute for one account. */
    public BalanceResult balance(Upstream upstream) {
        List<NameValuePair> form = List.of(pair("user", upstream.username()), pair("pass", upstream.password()));
        return switch (exchanges.post(upstream.call("/checkbalance"), form, upstream.timeout())) {
            case Answered answered -> balance(answered.status(), answered.body().strip());
            case NotWritten none -> new Unavailable(none.why());
            case Unanswered none -> new Unavailable(none.why());
        };
    }

    /**
     * Asks {@code /hlr} about some numbers (contract H1 to H4).
     *
     * @param msisdns one, or as many as the account may ask for at once
     * @param departure keeps the account's requests a second
     */
    public HlrResult lookup(Upstream upstream, List<String> msisdns, Departure departure) {
        List<NameValuePair> form = List.of(
                pair("username", upstream.username()),
                pair("password", upstream.password()),
                pair("msisdn", String.join(",", msisdns)));
        return switch (exchanges.post(upstream.call("/hlr"), form, upstream.timeout(), departure)) {
            case Answered answered -> HlrAnswers.read(answered.status(), answered.body(), raw(upstream, answered));
            case NotWritten none -> new HlrResult.NotAsked(HlrResult.NotAsked.Reason.NO_CONNECTION, none.why());
            case Unanswered none -> new HlrResult.Unanswered(none.why(), "");
        };
    }

    @Override
    public void close() {
        exchanges.close();
    }

    private static List<NameValuePair> form(Upstream upstream, Submit submit) {
        String text =
                submit.encoding() == Encoding.UCS2 ? upstream.unicodeForm().encode(submit.text()) : submit.text();
        return List.of(
                pair("username", upstream.username()),
                pair("password", upstream.password()),
                pair("mt", String.valueOf(submit.mt())),
                pair("sid", submit.sender()),
                pair("mno", String.join(",", submit.msisdns())),
                pair("msg", text));
    }

    private static NameValuePair pair(String name, String value) {
        return new BasicNameValuePair(name, value);
    }

    /** The answer as it may be kept: not too long, and without the password, should a page of errors repeat it. */
    private static String raw(Upstream upstream, Answered answered) {
        String safe = upstream.password().isEmpty()
                ? answered.body()
                : answered.body().replace(upstream.password(), "***");
        return safe.length() > MAX_RAW ? safe.substring(0, MAX_RAW) : safe;
    }

    /** {@code 00} and {@code 0} differ, so the text is compared before it is read as a number. */
    private static BalanceResult balance(int status, String text) {
        if (status != OK) {
            return new Unavailable("HTTP " + status);
        }
        if (text.equals(WRONG_CREDENTIALS)) {
            return new WrongCredentials();
        }
        return BALANCE.matcher(text).matches()
                ? new Balance(new BigDecimal(text))
                : new Unavailable("An answer in no known form");
    }
}
