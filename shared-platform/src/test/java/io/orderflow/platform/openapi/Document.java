package io.orderflow.platform.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document, to be asked about what is in it. */
public final class Document {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String HERE = "https://orderflow.example/document";
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final JsonNode root;
    private final SchemaRegistry registry;

    Document(String json) {
        root = GoldenFiles.JSON.readTree(json);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HERE, asSchema())));
    }

    /** The same with an id, so that references into it are found. */
    private String asSchema() {
        ObjectNode copy = root.isObject() ? (ObjectNode) root.deepCopy() : GoldenFiles.JSON.createObjectNode();
        return copy.put("$id", HERE).put("$schema", META_SCHEMA).toString();
    }

    public JsonNode root() {
        return root;
    }

    /** The operations by method and path. */
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        root.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation);
                    }
                }));
        return operations;
    }

    JsonNode operation(String id) {
        return operations().values().stream()
                .filter(operation -> id.equals(operation.path("operationId").asString("")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + id));
    }

    /** The parameters of an operation, wherever they stand. */
    public List<JsonNode> parameters(JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    /** What Swagger UI fills into a parameter by itself: its example, or the default. */
    public Optional<String> filledIn(JsonNode parameter) {
        return Stream.of(
                        parameter.path("example"),
                        resolved(parameter.path("schema")).path("default"))
                .filter(value -> !value.isMissingNode())
                .map(JsonNode::asString)
                .findFirst();
    }

    JsonNode success(JsonNode operation) {
        JsonNode responses = operation.path("responses");
        return resolved(Stream.of("201", "202", "200")
                .filter(responses::has)
                .findFirst()
                .map(responses::path)
                .orElseThrow());
    }

    /** The codes that an operation lists, with the status that they stand under. */
    Map<String, Integer> problems(JsonNode operation) {
        Map<String, Integer> codes = new TreeMap<>();
        operation.path("responses").forEachEntry((status, response) -> resolved(response)
                .at("/content/application~1problem+json/schema/properties/code/enum")
                .forEach(code -> codes.put(code.asString(), Integer.valueOf(status))));
        return codes;
    }

    /** The codes that some operation lists. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        operations()
                .values()
                .forEach(operation -> codes.addAll(problems(operation).keySet()));
        return codes;
    }

    List<String> brokenReferences() {
        return root.findValuesAsString("$ref").stream()
                .filter(reference -> !reference.startsWith("#/")
                        || root.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    /** What is wrong with the schemas as JSON Schema 2020-12. */
    List<String> schemaErrors() {
        Schema meta = registry.getSchema(SchemaLocation.of(META_SCHEMA));
        List<String> errors = new ArrayList<>();
        root.at("/components/schemas").forEachEntry((name, schema) -> meta.validate(schema)
                .forEach(error -> errors.add(name + ": " + error)));
        return errors;
    }

    List<String> undescribedProperties() {
        List<String> undescribed = new ArrayList<>();
        root.at("/components/schemas").forEachEntry((name, schema) -> {
            if (schema.path("description").asString("").isBlank()) {
                undescribed.add(name);
            }
            schema.path("properties").forEachEntry((property, value) -> {
                if (value.path("description").asString("").isBlank()) {
                    undescribed.add(name + "." + property);
                }
            });
        });
        return undescribed;
    }

    /** The examples of JSON bodies that their own schemas would refuse. */
    List<String> examplesThatDoNotFit() {
        List<String> misfits = new ArrayList<>();
        operations().forEach((route, operation) -> {
            String place = "/paths/" + route.substring(route.indexOf(' ') + 1).replace("/", "~1") + "/"
                    + route.substring(0, route.indexOf(' ')).toLowerCase(Locale.ROOT);
            checkContents(place + "/requestBody", operation.path("requestBody"), misfits);
            operation.path("responses").forEachEntry((status, response) -> {
                boolean elsewhere = response.has("$ref");
                checkContents(
                        elsewhere ? response.path("$ref").asString().substring(1) : place + "/responses/" + status,
                        resolved(response),
                        misfits);
            });
        });
        return misfits;
    }

    private void checkContents(String place, JsonNode holder, List<String> misfits) {
        holder.path("content").forEachEntry((type, content) -> {
            if (type.endsWith("json")) {
                String schema = "#" + place + "/content/" + type.replace("/", "~1") + "/schema";
                content.path("examples").forEachEntry((name, example) -> {
                    List<Error> errors = registry.getSchema(SchemaLocation.of(HERE + encoded(schema)))
                            .validate(example.path("value"));
                    errors.forEach(error -> misfits.add(schema + " " + name + ": " + error));
                });
            }
        });
    }

    private static String encoded(String fragment) {
        return fragment.replace("{", "%7B").replace("}", "%7D").replace("+", "%2B");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
    }
}
