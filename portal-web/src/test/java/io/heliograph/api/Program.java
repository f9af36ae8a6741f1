package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.apikeys.ApiKeys;
import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.Scope;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the REST API with a key. */
public record Program(MockMvcTester portal, String key, Map<String, String> headers) {

    /** What came back. */
    public record Reply(MockHttpServletResponse response) {

        public int status() {
            return response.getStatus();
        }

        public JsonNode json() {
            try {
                return JsonMapper.shared().readTree(response.getContentAsString());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String code() {
            return json().path("code").asString("");
        }

        public Reply expect(int status) {
            assertThat(status()).as(json().toString()).isEqualTo(status);
            return this;
        }
    }

    /** With a new key of an account that may do everything. */
    public static Program of(MockMvcTester portal, ApiKeys keys, UUID tenantId) {
        return of(portal, keys, tenantId, EnumSet.allOf(Scope.class));
    }

    /** With a new key of an account that may do these things. */
    public static Program of(MockMvcTester portal, ApiKeys keys, UUID tenantId, Set<Scope> scopes) {
        Limits limits = new Limits(scopes, AddressList.ALL, null);
        return new Program(portal, keys.issue(tenantId, "Test", limits, null).text(), Map.of());
    }

    /** The same with one more header. */
    public Program with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Program(portal, key, Map.copyOf(more));
    }

    public Reply get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    public Reply post(String path, String body) {
        return call(HttpMethod.POST, path, body);
    }

    public Reply delete(String path) {
        return call(HttpMethod.DELETE, path, null);
    }

    public Reply call(HttpMethod method, String path, @org.jspecify.annotations.Nullable String body) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, URI.create("/api/v1" + path))
                .header("Authorization", "Bearer " + key);
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return new Reply(portal.perform(request).getResponse());
    }
}
