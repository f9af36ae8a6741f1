package io.heliograph.api;

import io.heliograph.brands.Brand;
import io.heliograph.tenants.PublicUrl;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API described in OpenAPI 3.1, kept by hand in {@code api/openapi.yaml} and held against the handlers by a test. */
@Component
public class ApiDescription {

    private final JsonNode document;
    private final PublicUrl address;
    private final ApiProperties properties;

    ApiDescription(JsonMapper json, PublicUrl address, ApiProperties properties) {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("api/openapi.yaml"));
        Map<String, Object> read = Objects.requireNonNull(yaml.getObject());
        this.document = json.valueToTree(read);
        this.address = address;
        this.properties = properties;
    }

    /** The document, with the addresses of this installation in it. */
    public JsonNode document() {
        return document(Brand.NONE);
    }

    /** The same with the addresses that who sees this brand calls. */
    public JsonNode document(Brand brand) {
        ObjectNode copy = (ObjectNode) document.deepCopy();
        ((ObjectNode) copy.path("servers").get(0)).put("url", address.of(brand, ApiSecurity.ROOT));
        ObjectNode flow = (ObjectNode) copy.at("/components/securitySchemes/oauth/flows/clientCredentials");
        flow.put("tokenUrl", address.of(brand, flow.path("tokenUrl").asString()));
        return copy;
    }

    /** How many calls a credential may make in {@link #windowSeconds()}. */
    public int callsPerWindow() {
        return properties.callsPerWindow();
    }

    /** The length of the window in which calls are counted. */
    public long windowSeconds() {
        return RateLimits.WINDOW.toSeconds();
    }
}
