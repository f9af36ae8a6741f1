package io.heliograph.portal.lookups;

import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobState;
import io.heliograph.lookups.LookupState;
import io.heliograph.lookups.NumberStatus;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;

/** Answers and jobs as screens show them: word, icon and colour. */
final class LookupWords {

    private LookupWords() {}

    static Status of(Lookup lookup) {
        NumberStatus status = lookup.status();
        return status == null ? of(lookup.state()) : of(status);
    }

    static Status of(NumberStatus status) {
        return switch (status) {
            case ACTIVE -> new Status("lookups.status.ACTIVE", "check", Tone.GOOD, null);
            case SWITCHED_OFF -> new Status("lookups.status.SWITCHED_OFF", "hourglass", Tone.DOUBT, null);
            case NO_MESSAGES -> new Status("lookups.status.NO_MESSAGES", "ban", Tone.BAD, null);
            case NOT_IN_USE -> new Status("lookups.status.NOT_IN_USE", "cross", Tone.BAD, null);
            case UNCLEAR -> new Status("lookups.status.UNCLEAR", "question", Tone.IDLE, null);
        };
    }

    static Status of(LookupJob job) {
        String key = "lookups.job." + job.state();
        LookupJobState state = job.state();
        return switch (state) {
            case STAGING, DRAFT -> new Status(key, "clock", Tone.IDLE, null);
            case RUNNING -> new Status(key, "arrow", Tone.OPEN, null);
            case PAUSED -> new Status(key, "pause", Tone.DOUBT, null);
            case CANCELLED -> new Status(key, "square", Tone.IDLE, null);
            case DONE -> new Status(key, "check", Tone.GOOD, null);
        };
    }

    private static Status of(LookupState state) {
        return switch (state) {
            case WAITING, ASKING -> new Status("lookups.state.WAITING", "clock", Tone.OPEN, null);
            case FAILED -> new Status("lookups.state.FAILED", "dash", Tone.IDLE, null);
            case CANCELLED -> new Status("lookups.state.CANCELLED", "square", Tone.IDLE, null);
            case ANSWERED -> new Status("lookups.status.UNCLEAR", "question", Tone.IDLE, null);
        };
    }
}
