package io.heliograph.portal.apidocs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the schemas of a description: their fields as lines, and examples where none is given. */
final class Schemas {

    private static final int DEEPEST = 3;
    private static final String SOME_ID = "0193a1c2-5b7e-7c31-9d0a-2f6f0a5b7c11";
    private static final String SOME_TIME = "2026-11-25T10:15:30Z";

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** What a reference stands for; anything else stands for itself. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    List<Field> fields(JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        collect("", resolve(schema), 1, fields);
        return fields;
    }

    /** Such as {@code text, at most 80 characters}. */
    String type(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (resolved.has("enum")) {
            return resolved.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" · "));
        }
        String format = resolved.path("format").asString("");
        String word =
                switch (resolved.path("type").asString("")) {
                    case "string" ->
                        format.isEmpty()
                                ? "text"
                                : Map.of("uuid", "id", "date-time", "time").getOrDefault(format, format);
                    case "array" -> "list of " + type(resolved.path("items"));
                    case "integer" -> "whole number";
                    case "boolean" -> "true or false";
                    default -> resolved.path("type").asString("");
                };
        return word + limits(resolved);
    }

    /** An example: the one that is given, or one of the right form. */
    Object example(JsonNode schema, int depth) {
        JsonNode resolved = resolve(schema);
        if (resolved.has("enum")) {
            return resolved.path("enum").get(0).asString();
        }
        return switch (resolved.path("type").asString("")) {
            case "object" -> object(resolved, depth);
            case "array" -> List.of(example(resolved.path("items"), depth + 1));
            case "integer" -> resolved.path("default").asInt(1);
            case "number" -> 1;
            case "boolean" -> true;
            default -> text(resolved.path("format").asString(""));
        };
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> example = new java.util.LinkedHashMap<>();
        Set<String> required = required(schema);
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) && depth <= DEEPEST) {
                example.put(property.getKey(), example(property.getValue(), depth + 1));
            }
        });
        return example;
    }

    private void collect(String prefix, JsonNode schema, int depth, List<Field> fields) {
        Set<String> required = required(schema);
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            JsonNode resolved = resolve(value);
            boolean isList = resolved.path("type").asString("").equals("array");
            String name = prefix + property.getKey() + (isList ? "[]" : "");
            String text = value.path("description")
                    .asString(resolved.path("description").asString(""));
            fields.add(new Field(
                    prefix + property.getKey(), type(value), required.contains(property.getKey()), text.strip()));
            JsonNode inner = isList ? resolve(resolved.path("items")) : resolved;
            if (depth < DEEPEST && inner.has("properties")) {
                collect(name + ".", inner, depth + 1, fields);
            }
        });
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> SOME_ID;
            case "date-time" -> SOME_TIME;
            case "date" -> SOME_TIME.substring(0, 10);
            default -> "…";
        };
    }

    private static String limits(JsonNode schema) {
        StringBuilder limits = new StringBuilder();
        if (schema.has("maxLength")) {
            limits.append(", at most ").append(schema.path("maxLength").asInt()).append(" characters");
        }
        if (schema.has("maxItems")) {
            limits.append(", at most ").append(schema.path("maxItems").asInt());
        }
        if (schema.has("maximum")) {
            limits.append(", ")
                    .append(schema.path("minimum").asInt())
                    .append(" to ")
                    .append(schema.path("maximum").asInt());
        }
        if (schema.has("default")) {
            limits.append("; without it ").append(schema.path("default").asString());
        }
        return limits.toString();
    }
}
