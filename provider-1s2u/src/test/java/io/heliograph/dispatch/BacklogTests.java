package io.heliograph.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.text.Encoding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final UUID ALICE = RowIds.next();
    private static final UUID CHARLIE = RowIds.next();
    private static final UUID ACCOUNT = RowIds.next();
    private static final int NUMBERS = 15;
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final Backlog backlog = new Backlog();

    @Test
    void letsMessagesOfOneTextLeaveTogetherAsManyAsARequestHolds() {
        backlog.add(campaign(ALICE, "Hello", 16));

        assertThat(backlog.take(10, NUMBERS)).extracting(List::size).containsExactly(15, 1);
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void joinsTheSameTextOfDifferentTenants() {
        backlog.add(List.of(held(ALICE, "Hello", "447700900001"), held(CHARLIE, "Hello", "447700900002")));

        assertThat(backlog.take(10, NUMBERS))
                .singleElement()
                .satisfies(request -> assertThat(request).hasSize(2));
    }

    @Test
    void putsANumberIntoARequestOnce() {
        backlog.add(List.of(held(ALICE, "Hello", "447700900001"), held(ALICE, "Hello", "447700900001")));

        assertThat(backlog.take(10, NUMBERS)).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void givesAPasswordItsTurnBesideACampaign() {
        backlog.add(campaign(ALICE, "Sale", 60));
        backlog.add(List.of(held(CHARLIE, "Your code is 1234", "447700900999")));

        assertThat(backlog.take(2, NUMBERS))
                .last()
                .satisfies(request -> assertThat(request)
                        .extracting(held -> held.message().tenantId())
                        .containsExactly(CHARLIE));
    }

    @Test
    void takesFirstWhatTenantsWithFewHave() {
        backlog.add(campaign(ALICE, "Sale", 60));
        backlog.add(campaign(CHARLIE, "Code", 4));

        assertThat(backlog.takeOfFew(10, NUMBERS))
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .hasSize(4)
                        .extracting(held -> held.message().tenantId())
                        .containsOnly(CHARLIE));
        assertThat(backlog.takeOfFew(10, NUMBERS)).isEmpty();

        backlog.add(campaign(CHARLIE, "Code", 5));
        assertThat(backlog.takeOfFew(10, NUMBERS)).isEmpty();
    }

    @Test
    void letsWhatIsPutBackLeaveFirst() {
        backlog.add(campaign(ALICE, "Sale", 45));
        List<List<Held>> taken = backlog.take(2, NUMBERS);

        backlog.putBack(taken);

        assertThat(backlog.size()).isEqualTo(45);
        assertThat(backlog.take(2, NUMBERS)).isEqualTo(taken);
        assertThat(backlog.take(2, NUMBERS)).extracting(List::size).containsExactly(15);
    }

    @Test
    void dropsWhatIsStale() {
        backlog.add(List.of(held(ALICE, "Hello", "447700900001", Duration.ZERO), held(ALICE, "Hello", "447700900002")));

        assertThat(backlog.take(10, NUMBERS))
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .extracting(held -> held.message().msisdn())
                        .containsExactly("447700900002"));
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void holdsTwoSecondsOfWorkAndAQuarterOfItForOneTenant() {
        backlog.fit(account(30));

        assertThat(backlog.hasRoomFor(ALICE, 225)).isTrue();
        assertThat(backlog.hasRoomFor(ALICE, 226)).isFalse();
        List.of(ALICE, CHARLIE, RowIds.next(), RowIds.next())
                .forEach(tenant -> backlog.add(campaign(tenant, "Text of " + tenant, 225)));
        assertThat(backlog.hasRoomFor(RowIds.next(), 1)).isFalse();

        backlog.take(1, NUMBERS);

        assertThat(backlog.hasRoomFor(RowIds.next(), 15)).isTrue();
        assertThat(backlog.hasRoomFor(RowIds.next(), 16)).isFalse();
    }

    @Test
    void givesUpAllThatIsLeft() {
        backlog.add(campaign(ALICE, "Hello", 20));

        assertThat(backlog.drain()).hasSize(20);
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.take(10, NUMBERS)).isEmpty();
    }

    private static List<Held> campaign(UUID tenantId, String text, int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> held(tenantId, text, "4477009%05d".formatted(i)))
                .toList();
    }

    private static Held held(UUID tenantId, String text, String msisdn) {
        return held(tenantId, text, msisdn, Duration.ofMinutes(1));
    }

    private static Held held(UUID tenantId, String text, String msisdn, Duration kept) {
        Message message = new Message(
                tenantId,
                RowIds.next(),
                RowIds.next(),
                Channel.BULKSMS,
                msisdn,
                "GB",
                "Alice",
                text,
                Encoding.GSM7,
                1,
                Credits.of(1),
                Credits.ZERO,
                RowIds.next(),
                false,
                MessageState.QUEUED,
                NOW,
                0,
                null,
                ACCOUNT,
                null,
                0,
                NOW,
                null,
                Instructions.NONE);
        return new Held(Entry.of(message).under(RowIds.next()), message, System.nanoTime() + kept.toNanos());
    }

    private static ProviderAccount account(int requestsPerSecond) {
        return new ProviderAccount(
                ACCOUNT,
                "test",
                "http://127.0.0.1",
                "username",
                "password",
                "token",
                List.of(),
                requestsPerSecond,
                8,
                NUMBERS,
                UnicodeForm.UTF_8,
                Duration.ofSeconds(20),
                Duration.ofHours(24),
                null);
    }
}
