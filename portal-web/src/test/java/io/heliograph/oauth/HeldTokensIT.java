package io.heliograph.oauth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.apikeys.TokenResult;
import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.Scope;
import io.heliograph.tenants.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** Tokens are held against their client at each call, and end with what it may. */
class HeldTokensIT extends TokensTest {

    @Autowired
    Tenants tenants;

    @Test
    void aScopeThatIsTakenAwayIsGoneFromTokensToo() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        String token = clients.token(client);

        credentials.change(
                customer.id(),
                client.credential().id(),
                "Shop",
                new Limits(Set.of(Scope.MESSAGES_READ), AddressList.ALL, null));

        await().atMost(4, SECONDS).until(() -> caller(token).scopes().equals(Set.of(Scope.MESSAGES_READ)));
    }

    @Test
    void aRevokedClientGetsNoTokenAndItsTokensStopWorking() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        String token = clients.token(client);
        assertThat(tokens.check(token, HERE)).isInstanceOf(TokenResult.Known.class);

        credentials.revoke(customer.id(), client.credential().id());

        assertEnds(client, token);
    }

    @Test
    void aSuspendedResellersCustomersGetNoTokenAndTheirsStopWorking() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        String token = clients.token(client);
        assertThat(tokens.check(token, HERE)).isInstanceOf(TokenResult.Known.class);

        tenants.suspend(reseller.id());

        assertEnds(client, token);
    }

    @Test
    void addressesAreHeldAtTheTokenAndAtEachCall() throws Exception {
        Limits fromHere = new Limits(MESSAGES, AddressList.parse("127.0.0.0/8"), null);
        Limits fromElsewhere = new Limits(MESSAGES, AddressList.parse("192.0.2.1, 2001:db8::/32"), null);
        IssuedCredential here = clients.make(customer.id(), fromHere);
        IssuedCredential elsewhere = clients.make(customer.id(), fromElsewhere);

        String token = clients.token(here);

        assertThat(tokens.check(token, HERE)).isInstanceOf(TokenResult.Known.class);
        assertThat(tokens.check(token, "192.0.2.1")).isInstanceOf(TokenResult.Elsewhere.class);
        assertRefused(clients.ask(elsewhere.credential().username(), elsewhere.secret(), ""));
    }

    @Test
    void aClientThatIsOverGetsNoToken() throws Exception {
        IssuedCredential over = clients.make(
                customer.id(),
                new Limits(MESSAGES, AddressList.ALL, Instant.now().minusSeconds(1)));
        IssuedCredential soon = clients.make(
                customer.id(),
                new Limits(MESSAGES, AddressList.ALL, Instant.now().plusSeconds(60)));

        assertRefused(clients.ask(over.credential().username(), over.secret(), ""));
        assertThat(clients.token(soon)).isNotEmpty();
    }

    @Test
    void bothSecretsAreGoodUntilTheOverlapEnds() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        String id = client.credential().username();

        IssuedCredential rotated =
                credentials.rotate(customer.id(), client.credential().id(), Duration.ofHours(24));

        assertThat(rotated.secret()).isNotEqualTo(client.secret());
        await().atMost(4, SECONDS)
                .untilAsserted(
                        () -> assertThat(clients.ask(id, rotated.secret(), "")).hasStatusOk());
        assertThat(clients.ask(id, client.secret(), "")).hasStatusOk();
        credentials.endOldSecret(customer.id(), client.credential().id());
        await().atMost(4, SECONDS)
                .untilAsserted(
                        () -> assertThat(clients.ask(id, client.secret(), "")).hasStatus(HttpStatus.UNAUTHORIZED));
        assertThat(clients.ask(id, rotated.secret(), "")).hasStatusOk();
    }

    private void assertEnds(IssuedCredential client, String token) {
        await().atMost(4, SECONDS)
                .untilAsserted(() -> assertThat(tokens.check(token, HERE)).isInstanceOf(TokenResult.Unknown.class));
        assertThat(clients.ask(client.credential().username(), client.secret(), ""))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }
}
