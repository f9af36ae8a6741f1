package io.heliograph.portal.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LeftOut;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobState;
import io.heliograph.lookups.NumberStatus;
import io.heliograph.messages.Channel;
import io.heliograph.portal.Live;
import io.heliograph.portal.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is shown.
 *
 * @param startedBy the name of who asked for it; null for an API
 * @param doors all first
 * @param behind the position behind which the rows are
 * @param next the address of further rows; null at the end
 * @param leftOut the first that were left out
 * @param own the names of the customer's own columns; of a draft
 * @param available what the customer may spend; of a draft
 * @param held whether its lookups wait as something at the network is wrong
 * @param mayChange whether the reader may start, pause and stop it
 */
record JobView(
        LookupJob job,
        @Nullable String startedBy,
        Status status,
        Show show,
        @Nullable String search,
        List<DoorView> doors,
        List<LookupRow> rows,
        int behind,
        @Nullable String next,
        List<LeftOut> leftOut,
        int leftOutCount,
        List<String> own,
        Credits available,
        boolean held,
        boolean mayChange,
        Instant now) {

    private static final Duration TOO_EARLY = Duration.ofSeconds(10);
    private static final long MOST_SECONDS = 5;
    private static final int MOST_PERCENT = 99;
    private static final int HUNDRED = 100;
    private static final int QUARTER = 25;
    private static final int NAMES_SHOWN = 8;

    /** A count that leads to what it counts. */
    record DoorView(Show show, int count, String href, boolean current) {

        public String css() {
            return show.css();
        }
    }

    public boolean isDraft() {
        return !job.state().isStarted();
    }

    /** The names of the first own columns. */
    public String ownNames() {
        return own.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (own.size() > NAMES_SHOWN ? ", …" : "");
    }

    public String base() {
        return "/lookups/" + job.id();
    }

    /** Of a hundred; never all before all is written. */
    public int percent() {
        int total = job.counts().total();
        int percent = total == 0 ? 0 : (int) ((long) job.counts().settled() * HUNDRED / total);
        return job.isSettled() ? HUNDRED : Math.min(MOST_PERCENT, percent);
    }

    /** The page's title: how far it is comes first, for the tab. */
    public String title() {
        return isLive() ? percent() + "% · " + job.name() : job.name();
    }

    /** What is said at the start, at each quarter and at the end, and else the same as before. */
    public int quarter() {
        return percent() / QUARTER;
    }

    /** About how long it still takes; null while that can't be told. */
    public @Nullable Duration left() {
        Instant started = job.startedAt();
        int asked = job.counts().settled() - job.counts().reused();
        if (job.state() != LookupJobState.RUNNING || started == null || asked <= 0 || held) {
            return null;
        }
        Duration taken = Duration.between(started, now);
        int open = job.counts().waiting() + job.counts().asking();
        return taken.compareTo(TOO_EARLY) < 0 ? null : taken.multipliedBy(open).dividedBy(asked);
    }

    /** Whether the page looks for changes by itself. */
    public boolean isLive() {
        return job.state().isStarted() && !job.isSettled();
    }

    /** Changes with the state and at each quarter. */
    public String stage() {
        return job.state() + "-" + quarter() + (job.isSettled() ? "-settled" : "");
    }

    /** Looks at least every five seconds, as numbers of a job are answered all the time, however long ago it started. */
    public Live live() {
        List<?> shown = List.of(job.version(), held);
        if (!isLive()) {
            return Live.over(shown);
        }
        Instant started = job.startedAt() == null ? job.createdAt() : job.startedAt();
        String changes = base() + "/changes?stage=" + stage() + "&show=" + show.word()
                + (search == null ? "" : "&q=" + search) + (behind == 0 ? "" : "&after=" + behind);
        return Live.at(changes, Math.min(MOST_SECONDS, Live.seconds(started, now)), shown);
    }

    public Credits after() {
        return available.minus(job.price());
    }

    /** How much is missing to start it; not above zero if nothing is. */
    public Credits missing() {
        return job.price().minus(available);
    }

    /** What was charged and did not come back. */
    public Credits paid() {
        return job.price().minus(job.refunded());
    }

    /** How many active numbers can be sent to at once; zero while it is not settled, and for more than go together. */
    public int sendable() {
        int active = job.counts().answered(NumberStatus.ACTIVE);
        return mayChange && job.isSettled() && active <= Channel.BROWSER.mostNumbers() ? active : 0;
    }

    /** Those that are new, of a draft: not known from before. */
    public int toAsk() {
        return job.counts().waiting();
    }
}
