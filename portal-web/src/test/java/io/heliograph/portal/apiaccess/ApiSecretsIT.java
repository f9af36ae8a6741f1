package io.heliograph.portal.apiaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.apikeys.TokenResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Secrets are shown once, replaced and revoked. */
class ApiSecretsIT extends ApiAccessTest {

    @Test
    void showsTheSecretOnce() throws Exception {
        String page = target(alice.send("/api-access/credentials", "kind", "LOGIN", "name", "Shop", "answer", "BARE"));

        String secret = secret(alice.visit(page));
        assertThat(secret).hasSize(43);
        assertThat(credentials.authenticate(only().username(), secret)).isPresent();
        assertThat(alice.visit(page))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(secret)
                .contains("shown already");
        assertThat(alice.visit("/api-access"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(secret)
                .contains("Shop");
    }

    @Test
    void replacesAKeyWithAnOverlap() throws Exception {
        String old = secret(alice.visit(
                target(alice.send("/api-access/credentials", "kind", "KEY", "name", "Shop", "scopes", "LOOKUPS"))));
        Access access = only(AccessKind.KEY);

        String page = target(alice.send(access.path() + "/rotation", "overlap", "HOUR"));
        String fresh = secret(alice.visit(page));

        assertThat(fresh).startsWith("hg_live_").isNotEqualTo(old);
        assertThat(check(fresh, "127.0.0.1")).isInstanceOf(TokenResult.Known.class);
        assertThat(check(old, "127.0.0.1")).isInstanceOf(TokenResult.Known.class);
        Instant end = accesses.get(customer.id(), access.id()).limits().expiresAt();
        assertThat(end)
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
    }

    @Test
    void givesAClientANewSecretAndEndsTheOldOneOnDemand() throws Exception {
        alice.send("/api-access/credentials", "kind", "CLIENT", "name", "App", "scopes", "LOOKUPS");
        Access access = only(AccessKind.CLIENT);

        String fresh = secret(alice.visit(target(alice.send(access.path() + "/rotation", "overlap", "WEEK"))));

        assertThat(fresh).hasSize(43);
        assertThat(only(AccessKind.CLIENT).oldSecretUntil())
                .isAfter(Instant.now().plus(6, ChronoUnit.DAYS));
        assertThat(alice.visit(access.path())).bodyText().contains("The secret before this one works too");
        assertThat(alice.visit(access.path() + "/old-secret")).bodyText().contains("End the old secret of App?");
        alice.send(access.path() + "/old-secret");
        assertThat(only(AccessKind.CLIENT).oldSecretUntil()).isNull();
    }

    @Test
    void revokesAfterAsking() {
        alice.send("/api-access/credentials", "kind", "LOGIN", "name", "Shop");
        String path = "/api-access/credentials/" + only().id() + "/revocation";

        assertThat(alice.visit(path)).hasStatusOk().bodyText().contains("Revoke the credential Shop?");
        assertThat(alice.send(path)).hasStatus(HttpStatus.FOUND);
        assertThat(only().revokedAt()).isNotNull();
    }
}
