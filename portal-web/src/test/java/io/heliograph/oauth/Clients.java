package io.heliograph.oauth;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.CredentialKind;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.NewCredential;
import io.heliograph.credentials.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs of tenants that ask for tokens. */
public record Clients(MockMvcTester portal, Credentials credentials) {

    /** A client with these scopes, from everywhere and without an end. */
    public IssuedCredential make(UUID tenantId, Set<Scope> scopes) {
        return make(tenantId, new Limits(scopes, AddressList.ALL, null));
    }

    IssuedCredential make(UUID tenantId, Limits limits) {
        return credentials.create(
                tenantId, new NewCredential(CredentialKind.CLIENT, "Shop", AnswerForm.OK, limits, null));
    }

    /** The token of a client, for all its scopes. */
    public String token(IssuedCredential client) throws Exception {
        return json(ask(client.credential().username(), client.secret(), ""))
                .path("access_token")
                .asString();
    }

    /** Asks for a token; no {@code scope} is an empty one. */
    MvcTestResult ask(String clientId, String secret, String scope) {
        MockHttpServletRequestBuilder request = post("/oauth2/token")
                .header(HttpHeaders.AUTHORIZATION, basic(clientId, secret))
                .param("grant_type", "client_credentials");
        return portal.perform(scope.isEmpty() ? request : request.param("scope", scope));
    }

    static JsonNode json(MvcTestResult answer) throws Exception {
        return new JsonMapper().readTree(answer.getResponse().getContentAsString());
    }

    private static String basic(String clientId, String secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
