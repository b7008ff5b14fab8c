package io.orderflow.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes the schemas of what springdoc has found in a method and a route does not say, such as a map of parameters. */
final class UnusedSchemas {

    private static final String REFERENCE = "#/components/schemas/";

    private UnusedSchemas() {}

    static void removeFrom(OpenAPI document) {
        boolean removed = true;
        while (removed) {
            JsonNode written = Json31.mapper().valueToTree(document);
            Set<String> used = written.findValuesAsText("$ref").stream()
                    .filter(reference -> reference.startsWith(REFERENCE))
                    .map(reference -> reference.substring(REFERENCE.length()))
                    .collect(Collectors.toSet());
            removed = document.getComponents().getSchemas().keySet().retainAll(used);
        }
    }
}
