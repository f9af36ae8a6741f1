package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A list of numbers that a customer of the sandbox checks while portals are killed: long enough to be under way at each
 * kill, and asked for one number a request.
 */
final class CheckedList {

    /** Of all numbers at half a credit, in credits. */
    static final BigDecimal PRICE = BigDecimal.valueOf(300);

    private static final long FIRST_NUMBER = 447_740_000_000L;
    private static final List<String> NUMBERS = LongStream.range(FIRST_NUMBER, FIRST_NUMBER + 600)
            .mapToObj(Long::toString)
            .toList();
    private static final int REQUESTS_PER_SECOND = 30;
    /** All at their pace, and the lease of what was under way: the request’s timeout and ten seconds. */
    private static final Duration DONE_AT_MOST = Duration.ofSeconds(90);

    private final FakeOneS2u oneS2u;
    private final Set<String> recorded = new HashSet<>();
    private final Set<String> askedAgain = new HashSet<>();
    private int kills;
    private int askedBefore;

    CheckedList(FakeOneS2u oneS2u) {
        this.oneS2u = oneS2u;
    }

    void start(Calls portal) {
        NumberList.pasted(portal, Person.signedIn(portal, "customer@alpine.test"), NUMBERS)
                .start();
    }

    /** Whether numbers were asked for since the last kill. */
    boolean goesOn() {
        return oneS2u.lookedUp().size() > askedBefore + REQUESTS_PER_SECOND;
    }

    /** Notes whose answers are recorded; they must never be asked for from now on. */
    void beforeAKill(Books books) {
        noteAskedAgain();
        recorded.addAll(books.lookups("ANSWERED"));
        kills++;
        askedBefore = oneS2u.lookedUp().size();
        assertThat(recorded).as("answered before kill %s", kills).isNotEmpty().hasSizeLessThan(NUMBERS.size());
    }

    /** Waits for the last answer. */
    void verify(Books books) {
        await().atMost(DONE_AT_MOST)
                .untilAsserted(
                        () -> assertThat(books.lookups("ANSWERED")).containsExactlyInAnyOrderElementsOf(NUMBERS));
        noteAskedAgain();
        Map<String, Long> asked =
                oneS2u.lookedUp().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(askedAgain).as("asked again after their answer was recorded").isEmpty();
        assertThat(asked).containsOnlyKeys(NUMBERS.toArray(String[]::new));
        assertThat(asked.values()).allMatch(times -> times <= 1 + kills, "once more for each kill at the most");
        assertThat(oneS2u.mostLookupsInASecond()).isLessThanOrEqualTo(REQUESTS_PER_SECOND);
        assertThat(books.spentOnLookups()).isEqualByComparingTo(PRICE);
    }

    private void noteAskedAgain() {
        List<String> asked = oneS2u.lookedUp();
        asked.subList(askedBefore, asked.size()).stream()
                .filter(recorded::contains)
                .forEach(askedAgain::add);
    }
}
