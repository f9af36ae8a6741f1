package io.heliograph.crash;

import io.heliograph.crash.CrashPoint.Moment;
import io.heliograph.crash.CrashPoint.Step;
import io.heliograph.crash.Wire.Passage;
import io.heliograph.crash.Wire.Way;

/** Watches a wire that requests go over: when a reply is on it, the other side has the request. */
final class ReplyWatcher implements Wire.Watcher {

    private final Trap trap;
    private final Step step;

    ReplyWatcher(Trap trap, Step step) {
        this.trap = trap;
        this.step = step;
    }

    @Override
    public boolean lets(Passage passage) {
        return !strikes(passage, Moment.IN_THE_MIDDLE);
    }

    @Override
    public void passed(Passage passage) {
        strikes(passage, Moment.AFTER_COMMIT);
    }

    private boolean strikes(Passage passage, Moment moment) {
        return passage.way() == Way.REPLY
                && CrashPoint.of(step, moment)
                        .map(point -> trap.passes(point, passage.callersPort()))
                        .orElse(false);
    }
}
