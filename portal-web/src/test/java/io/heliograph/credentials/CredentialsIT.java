package io.heliograph.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class CredentialsIT {

    private static final Duration TWO_SECONDS_AND_SOME = Duration.ofSeconds(4);

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    Tenant reseller;
    Tenant customer;
    IssuedCredential issued;

    @BeforeEach
    void aliceHasACredential() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        issued = credentials.create(customer.id(), "Shop", AnswerForm.BARE, null);
    }

    @Test
    void knowsTheCallerByUsernameAndSecret() {
        Caller caller = credentials.authenticate(username(), issued.secret()).orElseThrow();

        assertThat(caller).isEqualTo(new Caller(issued.credential().id(), customer.id(), AnswerForm.BARE));
        assertThat(issued.secret()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void wrongSecretsAndUnknownNamesAreNobody() {
        assertThat(credentials.authenticate(username(), issued.secret() + "x")).isEmpty();
        assertThat(credentials.authenticate(username().toUpperCase(java.util.Locale.ROOT), issued.secret()))
                .isEmpty();
        assertThat(credentials.authenticate("nobody", issued.secret())).isEmpty();
        assertThat(credentials.authenticate("", "")).isEmpty();
    }

    @Test
    void revocationHoldsWithinTwoSeconds() {
        assertThat(credentials.authenticate(username(), issued.secret())).isPresent();

        credentials.revoke(customer.id(), issued.credential().id());

        Awaitility.await()
                .atMost(TWO_SECONDS_AND_SOME)
                .until(() ->
                        credentials.authenticate(username(), issued.secret()).isEmpty());
    }

    @Test
    void suspendedResellersCustomersAreNobody() {
        assertThat(credentials.authenticate(username(), issued.secret())).isPresent();

        tenants.suspend(reseller.id());

        Awaitility.await()
                .atMost(TWO_SECONDS_AND_SOME)
                .until(() ->
                        credentials.authenticate(username(), issued.secret()).isEmpty());
    }

    @Test
    void charlieGets404() {
        Tenant charlies = people.customerOf(people.reseller().id());

        assertThatThrownBy(
                        () -> credentials.get(charlies.id(), issued.credential().id()))
                .isInstanceOf(NoSuchCredentialException.class);
        assertThatThrownBy(() ->
                        credentials.revoke(charlies.id(), issued.credential().id()))
                .isInstanceOf(NoSuchCredentialException.class);
    }

    @Test
    void refusedCallsCanBeReadByTheirTenantOnly() {
        Caller caller = credentials.authenticate(username(), issued.secret()).orElseThrow();
        Tenant charlies = people.customerOf(people.reseller().id());

        credentials.refused(caller, "/bulksms", "0041", "Number \"12\": 10 to 18 digits");

        Awaitility.await().until(() -> !credentials.refusals(customer.id(), 50).isEmpty());
        assertThat(credentials.refusals(customer.id(), 50).getFirst().code()).isEqualTo("0041");
        assertThat(credentials.refusals(charlies.id(), 50)).isEmpty();
    }

    @Test
    void sandboxCredentialsAreThere() {
        assertThat(credentials.authenticate("alpine", "sandbox-alpine")).isPresent();
        assertThat(credentials.authenticate("cedar", "sandbox-cedar")).isPresent();
    }

    private String username() {
        return issued.credential().username();
    }
}
