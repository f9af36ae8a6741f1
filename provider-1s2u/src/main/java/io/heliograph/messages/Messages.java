package io.heliograph.messages;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds messages, submissions and what happened to them. A stranger's id finds nothing. */
@Component
public class Messages {

    /** The most messages that {@link #page} gives at once. */
    public static final int MAX_PAGE = 1_000;

    private final MessageRows messages;
    private final UncertainRows uncertain;
    private final MessageSearch search;
    private final OpenCounts open;
    private final SubmissionRows submissions;
    private final StepRows steps;
    private final Correlations correlations;

    Messages(
            MessageRows messages,
            UncertainRows uncertain,
            MessageSearch search,
            OpenCounts open,
            SubmissionRows submissions,
            StepRows steps,
            Correlations correlations) {
        this.messages = messages;
        this.uncertain = uncertain;
        this.search = search;
        this.open = open;
        this.submissions = submissions;
        this.steps = steps;
        this.correlations = correlations;
    }

    /** The message of this id. */
    public Optional<Message> find(UUID tenantId, UUID messageId) {
        return messages.find(new MessageRef(tenantId, messageId));
    }

    /** The messages of these keys, in no order; a key that names nothing is passed over. */
    public List<Message> find(Collection<MessageRef> refs) {
        return messages.find(refs);
    }

    /** The submission of this id. */
    public Optional<Submission> submission(UUID tenantId, UUID submissionId) {
        return submissions.find(tenantId, submissionId);
    }

    /** The submissions of these ids, in no order; an id that names none of the tenant's is passed over. */
    public List<Submission> submissions(UUID tenantId, Collection<UUID> submissionIds) {
        return submissions.find(tenantId, submissionIds);
    }

    /** The submission that came with this idempotency key. */
    public Optional<Submission> submissionByKey(UUID tenantId, String idempotencyKey) {
        return submissions.findByKey(tenantId, idempotencyKey);
    }

    /** The submissions that came with these idempotency keys; a key that is new is left out. */
    public Map<Submission.Key, Submission> submissionsByKey(Collection<Submission.Key> keys) {
        return submissions.findByKeys(keys).stream()
                .collect(Collectors.toMap(submission -> submission.key().orElseThrow(), Function.identity()));
    }

    /**
     * One page, newest first.
     *
     * @param before only messages older than the one of this id; null for the newest
     * @param limit 1 to {@link #MAX_PAGE}
     */
    public List<Message> page(UUID tenantId, MessageFilter filter, @Nullable UUID before, int limit) {
        return search.page(tenantId, filter, before, Math.clamp(limit, 1, MAX_PAGE));
    }

    /** How many messages that match are newer than the one of this id, counted to 1,000 at most. */
    public int newerThan(UUID tenantId, MessageFilter filter, UUID newest) {
        return search.newerThan(tenantId, filter, newest);
    }

    /** What the tenant paid for messages that are uncertain or stayed so: kept until a report settles them, or a seller refunds. */
    public Held held(UUID tenantId) {
        return search.held(tenantId);
    }

    /**
     * How many messages accepted since then are in each state that is not final.
     *
     * @param together how many they are, as metered
     */
    public Map<MessageState, Long> open(UUID tenantId, Instant since, long together) {
        return open.count(tenantId, since, together);
    }

    /** How many messages that match are in each state; a state without any is left out. */
    public Map<MessageState, Long> counts(UUID tenantId, MessageFilter filter) {
        return search.counts(tenantId, filter);
    }

    /**
     * The submission since then with the same text, capitals aside, that went to the most of these numbers.
     *
     * @param msisdns digits of E.164; up to some ten thousand
     */
    public Optional<Alike> alike(UUID tenantId, String text, List<String> msisdns, Instant since) {
        Map<UUID, Alike> found = new HashMap<>();
        for (int start = 0; start < msisdns.size(); start += MAX_PAGE) {
            List<String> some = msisdns.subList(start, Math.min(start + MAX_PAGE, msisdns.size()));
            search.alike(tenantId, text, some, since)
                    .forEach(alike -> found.merge(alike.submissionId(), alike, Messages::together));
        }
        return found.values().stream().max(Comparator.comparingInt(Alike::messages));
    }

    /** What happened to a message beside its present state, oldest first. */
    public List<Step> steps(UUID tenantId, UUID messageId) {
        return steps.of(new MessageRef(tenantId, messageId));
    }

    /** The messages that reports with these ids and numbers are about; what names nothing is left out. */
    public Map<Correlation, Message> correlated(Collection<Correlation> wanted) {
        Map<Correlation, MessageRef> refs = correlations.find(wanted);
        Map<MessageRef, Message> byRef =
                messages.find(refs.values()).stream().collect(Collectors.toMap(Message::ref, Function.identity()));
        Map<Correlation, Message> found = new HashMap<>();
        refs.forEach((correlation, ref) -> {
            Message message = byRef.get(ref);
            if (message != null) {
                found.put(correlation, message);
            }
        });
        return found;
    }

    /**
     * As {@link #correlated}, in one statement, and locked until the end of the transaction, so that they stay as they are.
     */
    public Map<Correlation, Message> lockCorrelated(Collection<Correlation> wanted) {
        return correlations.lock(wanted);
    }

    /** Uncertain messages of an account to this number, oldest first: a report with an unknown id may be theirs. */
    public List<Message> uncertainTo(UUID accountId, String msisdn) {
        return oldestFirst(uncertain.to(accountId, msisdn));
    }

    /** Messages of an account that are uncertain since before {@code before}. */
    public List<Message> uncertainSince(UUID accountId, Instant before, int limit) {
        return oldestFirst(uncertain.since(accountId, before, limit));
    }

    /** How many messages of the whole installation are uncertain. */
    public long uncertain() {
        return uncertain.count();
    }

    /**
     * The newest submissions that came in by a channel, newest first, among the last 2,000 of the tenant.
     *
     * @param limit how many at most
     */
    public List<Submission> latestSubmissions(UUID tenantId, Channel channel, int limit) {
        return submissions.latest(tenantId, channel, limit);
    }

    private List<Message> oldestFirst(List<MessageRef> refs) {
        return messages.find(refs).stream()
                .filter(message -> message.state() == MessageState.UNCERTAIN)
                .sorted(Comparator.comparing(Message::id))
                .toList();
    }

    private static Alike together(Alike one, Alike other) {
        return new Alike(one.submissionId(), one.acceptedAt(), one.messages() + other.messages());
    }
}
