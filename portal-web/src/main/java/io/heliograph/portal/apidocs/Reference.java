package io.heliograph.portal.apidocs;

import io.heliograph.api.ApiDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The operations of the API, group by group, read once from its description. */
@Component
class Reference {

    private final JsonMapper pretty;
    private final Schemas schemas;
    private final String introduction;
    private final List<Group> groups;

    Reference(ApiDescription description, JsonMapper json) {
        JsonNode document = description.document();
        this.pretty = json.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPrettyPrinter(new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)))
                .build();
        this.schemas = new Schemas(document);
        this.introduction = document.at("/info/description").asString().strip();
        this.groups = document.path("tags")
                .valueStream()
                .map(tag -> group(tag, document.path("paths")))
                .toList();
    }

    String introduction() {
        return introduction;
    }

    /** All groups, or of each what holds all of some words; groups of which nothing is left are left out. */
    List<Group> groups(String words) {
        return groups.stream()
                .map(group -> new Group(
                        group.name(),
                        group.text(),
                        group.operations().stream()
                                .filter(operation -> operation.holds(words))
                                .toList()))
                .filter(group -> !group.operations().isEmpty())
                .toList();
    }

    private Group group(JsonNode tag, JsonNode paths) {
        String name = tag.path("name").asString();
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().at("/tags/0").asString().equals(name)) {
                    operations.add(
                            operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        return new Group(name, tag.path("description").asString("").strip(), operations);
    }

    private Operation operation(String method, String path, JsonNode described) {
        JsonNode content = described.at("/requestBody/content").path("application/json");
        Map.Entry<String, JsonNode> success =
                described.path("responses").properties().iterator().next();
        JsonNode answer = success.getValue().path("content").path("application/json");
        return new Operation(
                described.path("operationId").asString(),
                method,
                path,
                described.path("summary").asString(),
                described.path("description").asString("").strip(),
                described.at("/security/1/oauth/0").asString(),
                described.path("parameters").valueStream().map(this::parameter).toList(),
                content.isMissingNode() ? List.of() : schemas.fields(content.path("schema")),
                content.isMissingNode() ? "" : json(content),
                success.getKey(),
                success.getValue().path("description").asString(),
                answer.isMissingNode() ? List.of() : schemas.fields(answer.path("schema")),
                answer.isMissingNode() ? "" : json(answer));
    }

    private Field parameter(JsonNode node) {
        JsonNode parameter = schemas.resolve(node);
        return new Field(
                parameter.path("name").asString(),
                schemas.type(parameter.path("schema")),
                parameter.path("required").asBoolean(),
                parameter.path("description").asString("").strip());
    }

    private String json(JsonNode content) {
        return pretty.writeValueAsString(
                content.has("example") ? content.path("example") : schemas.example(content.path("schema"), 1));
    }
}
