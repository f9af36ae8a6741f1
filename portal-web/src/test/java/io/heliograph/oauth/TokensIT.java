package io.heliograph.oauth;

import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.heliograph.apikeys.TokenResult;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.credentials.Scope;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

class TokensIT extends TokensTest {

    @Autowired
    SigningKeyRows keyRows;

    @Autowired
    Transactions transactions;

    @LocalServerPort
    int port;

    @Test
    void theSandboxClientGetsATokenForAllScopesThatAnybodyCanVerify() {
        String base = "http://localhost:" + port;
        Map<?, ?> answer = Objects.requireNonNull(RestClient.create(base)
                .post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth("alpine-app", "sandbox-alpine-app"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
                .retrieve()
                .body(Map.class));
        String token = String.valueOf(answer.get("access_token"));

        NimbusJwtDecoder anybodys =
                NimbusJwtDecoder.withIssuerLocation(base).validateType(false).build();
        anybodys.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(base)
                .audience(base + "/api/v1")
                .clientId("alpine-app")
                .build());
        Jwt jwt = anybodys.decode(token);

        assertThat(Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt())).isEqualTo(Duration.ofMinutes(10));
        assertThat(Set.of(StringUtils.delimitedListToStringArray(String.valueOf(answer.get("scope")), " ")))
                .containsExactlyInAnyOrder(
                        "messages:write", "messages:read", "lookups", "billing:read", "webhooks", "customers");
        UUID alpine = people.tenantOf("customer@alpine.test");
        assertThat(tokens.check(token, HERE)).isInstanceOfSatisfying(TokenResult.Known.class, known -> {
            assertThat(known.caller().tenantId()).isEqualTo(alpine);
            assertThat(known.caller().scopes()).containsExactlyInAnyOrder(Scope.values());
        });
    }

    @Test
    void aTokenMayHaveFewerScopesThanItsClientButNoOthers() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        String id = client.credential().username();

        MvcTestResult fewer = clients.ask(id, client.secret(), "messages:read");
        String token = Clients.json(fewer).path("access_token").asString();
        MvcTestResult other = clients.ask(id, client.secret(), "messages:read webhooks");

        assertThat(caller(token).scopes()).containsExactly(Scope.MESSAGES_READ);
        assertThat(other).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Clients.json(other).path("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void wrongSecretsUnknownClientsAndOtherGrantsAreRefusedAlike() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        String id = client.credential().username();

        assertRefused(clients.ask(id, client.secret() + "x", ""));
        assertRefused(clients.ask("nobody", client.secret(), ""));
        assertRefused(clients.ask("alpine", "sandbox-alpine", ""));
        assertThat(portal.perform(post("/oauth2/token").param("grant_type", "client_credentials")))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentTypeCompatibleWith("application/json");
        assertThat(portal.perform(post("/oauth2/token")
                        .param("grant_type", "password")
                        .param("client_id", id)
                        .param("client_secret", client.secret())))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.error")
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void aTokenOfOneNodeIsGoodAtAnotherAlsoByAKeyThatItHasNotSeen() throws Exception {
        IssuedCredential client = clients.make(customer.id(), MESSAGES);
        clients.token(client);
        KeyRing ring = new KeyRing(keyRows.all());
        RSAKey unseen = new RSAKeyGenerator(2048)
                .keyID("of another node")
                .algorithm(RS256)
                .generate();
        keyRows.insert(new SigningKey(ring.nextGeneration(), unseen, Instant.now()), Instant.now());
        SigningKeys another = new SigningKeys(keyRows, transactions, Clock.systemUTC());

        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type(TokenClaims.TYPE).build();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("http://localhost")
                .expiresAt(Instant.now().plusSeconds(60))
                .claim(TokenClaims.CLIENT_ID, client.credential().username())
                .claim("scope", "messages:read")
                .build();
        Jwt token = new OauthSecurity().tokenEncoder(another).encode(JwtEncoderParameters.from(header, claims));

        assertThat(token.getHeaders()).containsEntry("kid", "of another node");
        await().atMost(4, SECONDS)
                .untilAsserted(
                        () -> assertThat(caller(token.getTokenValue()).scopes()).containsExactly(Scope.MESSAGES_READ));
    }

    @Test
    void nodesMakeOneSuccessorTogether() throws Exception {
        clients.token(clients.make(customer.id(), MESSAGES));
        int before = keyRows.all().size();
        Clock soon = Clock.offset(Clock.systemUTC(), KeyRing.SIGNS_FOR.minusHours(1));

        new SigningKeys(keyRows, transactions, soon).rotate();
        new SigningKeys(keyRows, transactions, soon).rotate();

        assertThat(keyRows.all()).hasSize(before + 1);
    }

    @Test
    void forgedTokensAreNobodys() throws Exception {
        String token = clients.token(clients.make(customer.id(), MESSAGES));
        String[] parts = StringUtils.delimitedListToStringArray(token, ".");

        assertThat(tokens.check(parts[0] + "." + parts[1] + ".AAAA", HERE)).isInstanceOf(TokenResult.Unknown.class);
        assertThat(tokens.check("eyJhbGciOiJub25lIn0." + parts[1] + ".", HERE)).isInstanceOf(TokenResult.Unknown.class);
        assertThat(tokens.check("a.b.c", HERE)).isInstanceOf(TokenResult.Unknown.class);
        assertThat(tokens.reads("hg_live_abc")).isFalse();
    }
}
