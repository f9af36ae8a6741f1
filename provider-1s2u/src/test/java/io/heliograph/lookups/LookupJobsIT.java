package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Product;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a customer asks for at once: accepted, charged, started, stopped. */
class LookupJobsIT extends AskingTest {

    @Test
    void givesAnswersAgainForTheTimeThatTheCustomerSetsWithoutACharge() {
        settled(accept(null, numbers(2)));
        lookups.saveReuse(alice, Duration.ofDays(1));

        LookupJob again = accept(null, numbers(3));

        assertThat(again.counts().reused()).isEqualTo(2);
        assertThat(again.price()).isEqualTo(Credits.parse("0.5"));
        assertThat(settled(again).counts().answered(NumberStatus.ACTIVE)).isEqualTo(3);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("98.5"));
        assertThat(oneS2u.lookups().stream()
                        .mapToInt(request -> request.numbers().size())
                        .sum())
                .isEqualTo(3);
        wallets.allocate(reseller, charlie, Credits.of(1), "c", null, null);
        assertThat(((LookupResult.Accepted) jobs.accept(request(charlie, numbers(1), Duration.ofDays(1), null)))
                        .job()
                        .counts()
                        .reused())
                .isZero();
    }

    @Test
    void answersAKeyThatComesAgainWithTheFirstJob() {
        LookupJob first = accept("key-1", numbers(2));
        lookups.saveReuse(alice, Duration.ofDays(1));

        LookupResult replay = jobs.accept(request(alice, numbers(2), null, "key-1"));
        LookupResult other = jobs.accept(request(alice, numbers(3), null, "key-1"));

        assertThat(replay).isInstanceOfSatisfying(LookupResult.Accepted.class, accepted -> {
            assertThat(accepted.replayed()).isTrue();
            assertThat(accepted.job().id()).isEqualTo(first.id());
        });
        assertThat(other).isEqualTo(new LookupResult.Refused(new LookupRefusal.KeyReused("key-1")));
        settled(first);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(99));
    }

    @Test
    void refusesWhatTheWalletDoesNotHoldAndKeepsNothing() {
        LookupResult result = jobs.accept(request(alice, numbers(201), null, null));

        assertThat(result)
                .isEqualTo(new LookupResult.Refused(
                        new LookupRefusal.NotEnoughCredits(Credits.of(100), Credits.parse("100.5"))));
        assertThat(jobs.accept(request(alice, numbers(200), null, null))).isInstanceOf(LookupResult.Accepted.class);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.ZERO);
    }

    @Test
    void startsADraftOnceAtThePriceThatWasAgreed() {
        LookupJob draft = ((DraftResult.Drafted)
                        jobs.draft(request(alice, numbers(4), null, null), List.of(), OwnSheet.NONE))
                .job();
        prices.set(reseller, null, Product.LOOKUP, "44", Credits.of(1), null);

        StartResult dearer = jobs.start(alice, draft.id(), draft.price());

        assertThat(dearer).isEqualTo(new StartResult.PriceChanged(Credits.of(4)));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100));
        assertThat(jobs.start(charlie, draft.id(), Credits.of(4))).isInstanceOf(StartResult.NotADraft.class);
        assertThat(jobs.start(alice, draft.id(), Credits.of(4))).isInstanceOf(StartResult.Started.class);
        assertThat(jobs.start(alice, draft.id(), Credits.of(4))).isInstanceOf(StartResult.NotADraft.class);
        settled(draft);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(96));
    }

    @Test
    void pausesResumesAndStopsAJobWithARefundOfWhatWasNotAsked() {
        accounts.stop(account);
        LookupJob job = accept(null, numbers(120));

        assertThat(jobs.pause(charlie, job.id())).isFalse();
        assertThat(jobs.pause(alice, job.id())).isTrue();
        assertThat(jobs.resume(alice, job.id())).isTrue();
        assertThat(jobs.pause(alice, job.id())).isTrue();
        assertThat(jobs.cancel(charlie, job.id(), null)).isFalse();
        assertThat(jobs.cancel(alice, job.id(), null)).isTrue();
        assertThat(jobs.cancel(alice, job.id(), null)).isFalse();

        LookupJob stopped = jobs.find(alice, job.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(LookupJobState.CANCELLED);
        assertThat(stopped.counts().cancelled()).isEqualTo(120);
        assertThat(stopped.refunded()).isEqualTo(job.price());
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100));
        assertThat(oneS2u.lookups()).isEmpty();
    }

    @Test
    void charlieGetsNothing() {
        LookupJob job = accept(null, numbers(1));

        assertThat(jobs.find(charlie, job.id())).isEmpty();
        assertThat(lookups.page(charlie, job.id(), LookupFilter.ALL, 0, 10)).isEmpty();
        assertThat(jobs.page(charlie, null, 10)).isEmpty();
        assertThat(jobs.drop(charlie, job.id())).isFalse();
        settled(job);
    }
}
