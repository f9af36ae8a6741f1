package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hundred programs spend one wallet at once: never more than there is, and all of it. */
class HundredThreadsIT extends LineTest {

    private static final int THREADS = 100;
    private static final int CALLS_EACH = 12;
    private static final int CREDITS = 1_000;

    @Test
    void spendsExactlyWhatThereIsAndRefusesTheRest() throws Exception {
        Customer bob = customer(alice.sellerId(), CREDITS);
        List<String> answers;

        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<List<String>>> work = IntStream.range(0, THREADS)
                    .<Callable<List<String>>>mapToObj(thread -> () -> spend(bob))
                    .toList();
            answers = threads.invokeAll(work).stream()
                    .flatMap(HundredThreadsIT::answers)
                    .toList();
        }

        assertThat(answers).hasSize(THREADS * CALLS_EACH);
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("OK: "))
                .hasSize(CREDITS)
                .doesNotHaveDuplicates();
        assertThat(answers).filteredOn(answer -> !answer.startsWith("OK: ")).containsOnly("0020");
        assertThat(balance(bob)).isEqualTo(Credits.ZERO);
        assertThat(proof.run().differences()).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(messagesOf(bob))
                        .hasSize(CREDITS)
                        .extracting(Message::state)
                        .containsOnly(MessageState.SUBMITTED));
    }

    private List<String> spend(Customer customer) {
        return IntStream.range(0, CALLS_EACH)
                .mapToObj(call -> portal.bulksms(Calls.sending(customer, number(), "One credit"))
                        .body())
                .toList();
    }

    private static Stream<String> answers(Future<List<String>> thread) {
        return thread.resultNow().stream();
    }
}
