package io.orderflow.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Makes the document of what springdoc has found in the routes, and of what we know and say about them. */
final class ApiDocument implements GlobalOpenApiCustomizer {

    private final Supplier<MappedRoutes> mapped;
    private final List<RouteConvention> conventions;
    private final List<SchemaSource> schemas;

    ApiDocument(Supplier<MappedRoutes> mapped, List<RouteConvention> conventions, List<SchemaSource> schemas) {
        this.mapped = mapped;
        this.conventions = conventions;
        this.schemas = schemas;
    }

    @Override
    public void customise(OpenAPI document) {
        Words words = Words.read();
        Components components = document.getComponents();
        document.info(info(words.about())).servers(List.of(new Server().url("/")));
        document.tags(words.rooms().stream()
                .map(room -> new Tag().name(room.tag()).description(room.description()))
                .collect(Collectors.toCollection(ArrayList::new)));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        schemas.forEach(source -> source.schemas().forEach(components::addSchemas));
        words.headers().forEach(components::addHeaders);
        describe(document, words);
        UnusedSchemas.removeFrom(document);
        arrange(document, words);
    }

    private void describe(OpenAPI document, Words words) {
        MappedRoutes routes = mapped.get();
        RouteWriter writer = new RouteWriter(document.getComponents(), words, conventions);
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((verb, operation) -> {
            String name = verb + " " + path;
            words.rooms().stream()
                    .filter(room -> room.routes().containsKey(name))
                    .forEach(room -> writer.write(
                            verb,
                            operation,
                            room,
                            routes.behind(name),
                            room.routes().get(name)));
        }));
    }

    private static Info info(Words.About about) {
        return new Info()
                .title(about.title())
                .version("v1")
                .description(about.description().replace("{problems}", table()))
                .license(new License().name("Apache License 2.0").identifier("Apache-2.0"));
    }

    private static String table() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> "| `%s` | %d | %s |".formatted(code, code.status(), code.title()))
                .collect(Collectors.joining("\n", "| code | status | title |\n|---|---|---|\n", ""));
    }

    /** In the order of the files, whatever order the routes were found in; what nobody has described comes last. */
    private static void arrange(OpenAPI document, Words words) {
        List<String> order = words.rooms().stream()
                .flatMap(room -> room.routes().keySet().stream())
                .map(name -> name.substring(name.indexOf(' ') + 1))
                .distinct()
                .toList();
        Paths paths = new Paths();
        document.getPaths().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, PathItem>>comparingInt(
                                path -> order.indexOf(path.getKey()) < 0 ? order.size() : order.indexOf(path.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(path -> paths.addPathItem(path.getKey(), path.getValue()));
        document.setPaths(paths);
        Components components = document.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        if (components.getResponses() != null) {
            components.setResponses(new TreeMap<>(components.getResponses()));
        }
        if (components.getParameters() != null) {
            components.setParameters(new TreeMap<>(components.getParameters()));
        }
        components.setHeaders(new TreeMap<>(components.getHeaders()));
    }
}
