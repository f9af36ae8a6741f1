package io.heliograph.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.Scope;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ApiKeysIT {

    private static final String ADDRESS = "203.0.113.7";
    private static final Set<Scope> SCOPES = Set.of(Scope.MESSAGES_WRITE, Scope.BILLING_READ);
    private static final Limits LIMITS = new Limits(SCOPES, AddressList.ALL, null);

    @Autowired
    ApiKeys keys;

    @Autowired
    KeyTokens tokens;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    Tenant reseller;
    Tenant customer;

    @BeforeEach
    void aliceHasAnAccount() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
    }

    @Test
    void knowsTheCallerByTheKey() {
        IssuedApiKey issued = keys.issue(customer.id(), " Shop ", LIMITS, null);

        assertThat(tokens.reads(issued.text())).isTrue();
        assertThat(tokens.check(issued.text(), ADDRESS))
                .isEqualTo(new TokenResult.Known(
                        new ApiCaller(customer.id(), issued.key().id(), SCOPES)));
        assertThat(keys.ofTenant(customer.id()).getFirst().name()).isEqualTo("Shop");
        assertThat(issued.toString()).doesNotContain(issued.text());
    }

    @Test
    void aKeyThatWasNeverMadeIsNobodys() {
        assertThat(tokens.check(KeyText.generate(), ADDRESS)).isEqualTo(new TokenResult.Unknown());
        assertThat(tokens.check("hg_live_nonsense", ADDRESS)).isEqualTo(new TokenResult.Unknown());
        assertThat(tokens.reads("eyJhbGciOiJSUzI1NiJ9.e30.x")).isFalse();
    }

    @Test
    void worksFromItsAddressesOnly() {
        Limits office = new Limits(SCOPES, AddressList.parse("203.0.113.0/24"), null);
        IssuedApiKey issued = keys.issue(customer.id(), "Office", office, null);

        assertThat(tokens.check(issued.text(), "203.0.113.255")).isInstanceOf(TokenResult.Known.class);
        assertThat(tokens.check(issued.text(), "203.0.114.0")).isInstanceOf(TokenResult.Elsewhere.class);
    }

    @Test
    void worksUntilItsEnd() {
        Instant now = Instant.now();
        IssuedApiKey over = keys.issue(customer.id(), "Over", limitsUntil(now.minusSeconds(1)), null);
        IssuedApiKey going = keys.issue(customer.id(), "Going", limitsUntil(now.plusSeconds(60)), null);

        assertThat(tokens.check(over.text(), ADDRESS)).isInstanceOf(TokenResult.Expired.class);
        assertThat(tokens.check(going.text(), ADDRESS)).isInstanceOf(TokenResult.Known.class);
    }

    @Test
    void revocationAndSuspensionHoldWithinTwoSeconds() {
        IssuedApiKey revoked = keys.issue(customer.id(), "Revoked", LIMITS, null);
        IssuedApiKey suspended = keys.issue(customer.id(), "Suspended", LIMITS, null);
        assertThat(tokens.check(revoked.text(), ADDRESS)).isInstanceOf(TokenResult.Known.class);
        assertThat(tokens.check(suspended.text(), ADDRESS)).isInstanceOf(TokenResult.Known.class);

        keys.revoke(customer.id(), revoked.key().id());
        tenants.suspend(reseller.id());

        await().atMost(Duration.ofSeconds(4)).untilAsserted(() -> {
            assertThat(tokens.check(revoked.text(), ADDRESS)).isEqualTo(new TokenResult.Unknown());
            assertThat(tokens.check(suspended.text(), ADDRESS)).isInstanceOf(TokenResult.Suspended.class);
        });
    }

    @Test
    void rotationLeavesTheOldKeyItsTime() {
        IssuedApiKey old = keys.issue(customer.id(), "Shop", LIMITS, null);

        IssuedApiKey young = keys.rotate(customer.id(), old.key().id(), Duration.ofHours(1), null);

        assertThat(tokens.check(young.text(), ADDRESS)).isInstanceOf(TokenResult.Known.class);
        assertThat(tokens.check(old.text(), ADDRESS)).isInstanceOf(TokenResult.Known.class);
        assertThat(young.key().limits()).isEqualTo(LIMITS);
        assertThat(Objects.requireNonNull(
                        keys.get(customer.id(), old.key().id()).limits().expiresAt()))
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
        keys.revoke(customer.id(), young.key().id());
        assertThatThrownBy(() -> keys.rotate(customer.id(), young.key().id(), Duration.ZERO, null))
                .isInstanceOf(NoSuchApiKeyException.class);
    }

    @Test
    void saysWhenAKeyWasUsed() {
        IssuedApiKey issued = keys.issue(customer.id(), "Shop", LIMITS, null);
        tokens.check(issued.text(), ADDRESS);

        tokens.writeLastUses();

        assertThat(keys.get(customer.id(), issued.key().id()).lastUsedAt()).isNotNull();
    }

    @Test
    void charlieGets404() {
        IssuedApiKey issued = keys.issue(customer.id(), "Shop", LIMITS, null);
        Tenant charlies = people.customerOf(people.reseller().id());

        assertThatThrownBy(() -> keys.get(charlies.id(), issued.key().id())).isInstanceOf(NoSuchApiKeyException.class);
        assertThatThrownBy(() -> keys.revoke(charlies.id(), issued.key().id()))
                .isInstanceOf(NoSuchApiKeyException.class);
        assertThatThrownBy(() -> keys.change(charlies.id(), issued.key().id(), "Mine", LIMITS))
                .isInstanceOf(NoSuchApiKeyException.class);
    }

    private static Limits limitsUntil(Instant end) {
        return new Limits(SCOPES, AddressList.ALL, end);
    }
}
