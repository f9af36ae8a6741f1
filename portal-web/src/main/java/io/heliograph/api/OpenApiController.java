package io.heliograph.api;

import io.heliograph.signin.Anyone;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /openapi.json}: for everybody, as there is no secret in it. */
@RestController
@Anyone
class OpenApiController {

    private final ApiDescription description;

    OpenApiController(ApiDescription description) {
        this.description = description;
    }

    @GetMapping(path = ApiSecurity.ROOT + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode document() {
        return description.document();
    }
}
