package io.heliograph.upstream;

import io.heliograph.provider.OneS2uClient;
import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Uncertain;
import io.heliograph.provider.Submitter;
import io.heliograph.provider.Upstream;
import io.heliograph.provider.smpp.SmppSent;
import io.heliograph.reports.Reports;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes each request to 1s2u by the interface that its account uses. */
@Component
class Transports implements Submitter {

    private static final Logger log = LoggerFactory.getLogger(Transports.class);

    /** How long SMPP stands in before HTTP is tried again. */
    static final Duration HTTP_LEFT_ALONE = Duration.ofSeconds(30);

    private final OneS2uClient http;
    private final Upstreams upstreams;
    private final Reports reports;

    Transports(OneS2uClient http, Upstreams upstreams, Reports reports) {
        this.http = http;
        this.upstreams = upstreams;
        this.reports = reports;
    }

    @Override
    public SubmitResult submit(UUID accountId, Upstream upstream, Submit submit) {
        return switch (upstreams.settingsOf(accountId).transport()) {
            case HTTP -> http.submit(upstream, submit);
            case SMPP -> bySmpp(accountId, upstream, submit);
            case HTTP_THEN_SMPP -> byEither(accountId, upstream, submit);
        };
    }

    @Override
    public boolean isReady(UUID accountId) {
        return upstreams.settingsOf(accountId).transport() != Transport.SMPP
                || upstreams.pool(accountId).isPresent();
    }

    /** What HTTP certainly did not send goes by SMPP; what is uncertain never does. */
    private SubmitResult byEither(UUID accountId, Upstream upstream, Submit submit) {
        if (upstreams.isHttpAway(accountId)) {
            SubmitResult result = bySmpp(accountId, upstream, submit);
            return isAway(result) ? http.submit(upstream, submit) : result;
        }
        SubmitResult result = http.submit(upstream, submit);
        if (result instanceof Uncertain) {
            note("That HTTP is away", () -> upstreams.httpIsAway(accountId));
            return result;
        }
        if (!isAway(result)) {
            return result;
        }
        note("That HTTP is away", () -> upstreams.httpIsAway(accountId));
        SubmitResult standIn = bySmpp(accountId, upstream, submit);
        return isAway(standIn) ? result : standIn;
    }

    private SubmitResult bySmpp(UUID accountId, Upstream upstream, Submit submit) {
        if (submit.msisdns().size() > 1) {
            // Made before the account was set to SMPP, and cut into single ones when it is tried again.
            return new NotSent(NotSent.Reason.TEMPORARILY_UNAVAILABLE, null, "One number a request by SMPP");
        }
        return upstreams
                .pool(accountId)
                .map(pool -> pool.submit(submit, upstream.timeout()))
                .map(sent -> noted(accountId, submit.msisdns().getFirst(), sent))
                .orElseGet(() -> new NotSent(NotSent.Reason.NO_CONNECTION, null, "No SMPP session is bound"));
    }

    private SubmitResult noted(UUID accountId, String msisdn, SmppSent sent) {
        if (sent.isInParts()) {
            note("How many reports come", () -> reports.expectParts(accountId, msisdn, sent.ids(), sent.parts()));
        }
        return sent.result();
    }

    /** What can't be written down beside an answer is not worth the answer. */
    private static void note(String what, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            log.error("{} was not noted", what, e);
        }
    }

    private static boolean isAway(SubmitResult result) {
        return result instanceof NotSent notSent
                && switch (notSent.reason()) {
                    case NO_CONNECTION, OVERLOADED, TEMPORARILY_UNAVAILABLE -> true;
                    case TOO_MANY_REQUESTS -> false;
                };
    }
}
