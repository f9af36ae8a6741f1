package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reseller without an account at Stripe gets one through us. */
class OnboardingsIT extends PurchaseTest {

    private static final String REFRESH = "http://127.0.0.1/again";
    private static final String RETURN = "http://127.0.0.1/back";

    @Autowired
    Onboardings onboardings;

    private final UUID newcomer = RowIds.next();

    @Test
    void isPaidOnceStripeIsContent() throws IOException, InterruptedException {
        assertThat(onboardings.refresh(newcomer)).isEqualTo(OnboardingState.NOT_BEGUN);
        String questions = begin(newcomer);
        assertThat(onboardings.refresh(newcomer)).isEqualTo(OnboardingState.UNFINISHED);

        HttpResponse<String> answered = press(questions, "finish");

        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(answered.headers().firstValue("Location")).contains(RETURN);
        assertThat(onboardings.refresh(newcomer)).isEqualTo(OnboardingState.READY);
        assertThat(merchants.accountOf(newcomer))
                .hasValueSatisfying(id -> assertThat(id).startsWith("acct_"));
        eventsArrive(1);
    }

    @Test
    void isPaidByTheEventAloneWhenTheReviewEndsLater() throws IOException, InterruptedException {
        String questions = begin(newcomer);
        press(questions, "review");
        eventsArrive(1);
        assertThat(onboardings.refresh(newcomer)).isEqualTo(OnboardingState.IN_REVIEW);
        assertThat(merchants.accountOf(newcomer)).isEmpty();

        stripe.answer(accountOf(newcomer), true);
        eventsArrive(1);

        assertThat(merchants.accountOf(newcomer)).contains(accountOf(newcomer));
    }

    @Test
    void goesOnWithTheSameAccount() throws IOException, InterruptedException {
        String first = begin(newcomer);
        String account = accountOf(newcomer);
        press(first, "later");

        String second = begin(newcomer);

        assertThat(second).isNotEqualTo(first);
        assertThat(accountOf(newcomer)).isEqualTo(account);
        assertThat(onboardings.refresh(newcomer)).isEqualTo(OnboardingState.UNFINISHED);
    }

    @Test
    void charlieCannotTakeAnAccountThatWasOpenedForAlice() {
        begin(newcomer);

        ConnectResult result = merchants.connect(market.other(), accountOf(newcomer));

        assertThat(result).isEqualTo(ConnectResult.ANOTHER_TENANTS);
        assertThat(merchants.accountOf(market.other())).contains(Market.OTHER_ACCOUNT);
    }

    @Test
    void keepsTheAccountThatAResellerIsPaidOnAlready() throws IOException, InterruptedException {
        press(begin(market.reseller()), "finish");

        assertThat(onboardings.refresh(market.reseller())).isEqualTo(OnboardingState.READY);
        assertThat(merchants.accountOf(market.reseller())).contains(Market.ACCOUNT);
        eventsArrive(1);
    }

    private String begin(UUID tenantId) {
        return onboardings.begin(tenantId, REFRESH, RETURN).orElseThrow();
    }

    private String accountOf(UUID tenantId) {
        return jdbc.sql("SELECT stripe_account_id FROM purchases_onboarding WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .query(String.class)
                .single();
    }

    private static HttpResponse<String> press(String questions, String button)
            throws IOException, InterruptedException {
        try (HttpClient owner = HttpClient.newHttpClient()) {
            assertThat(owner.send(HttpRequest.newBuilder(URI.create(questions)).build(), BodyHandlers.ofString())
                            .body())
                    .contains("/" + button);
            HttpRequest form = HttpRequest.newBuilder(URI.create(questions + "/" + button))
                    .POST(BodyPublishers.noBody())
                    .build();
            return owner.send(form, BodyHandlers.ofString());
        }
    }
}
