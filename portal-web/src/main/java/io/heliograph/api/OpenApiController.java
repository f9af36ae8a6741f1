package io.heliograph.api;

import io.heliograph.brands.Brand;
import io.heliograph.signin.Anyone;
import io.heliograph.tenants.Brands;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /openapi.json}: for everybody, as there is no secret in it; with the host by which somebody came, where it is a reseller's. */
@RestController
@Anyone
class OpenApiController {

    private final ApiDescription description;
    private final Brands brands;

    OpenApiController(ApiDescription description, Brands brands) {
        this.description = description;
        this.brands = brands;
    }

    @GetMapping(path = ApiSecurity.ROOT + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document(HttpServletRequest request) {
        return description.document(brands.ofHost(request.getServerName()).orElse(Brand.NONE));
    }
}
