package io.orderflow.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * What holds for a service's OpenAPI document: it is valid, complete, true, and the committed copy. To write the copy and
 * the examples' answers anew: {@code ./mvnw -q test -pl command-service,query-service -am -Dtest='*ApiDocumentTest'
 * -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true}.
 */
public abstract class ApiDocumentContract {

    /** Those every answer may have, whatever it is about. In small letters. */
    private static final Set<String> GENERAL_HEADERS = Set.of(
            "cache-control",
            "connection",
            "content-disposition",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "transfer-encoding",
            "vary",
            "x-accel-buffering");

    // the examples are played once for all tests of a class
    private static final Map<String, Exchange> played = new LinkedHashMap<>();
    private static String served = "";

    private final String name;
    protected final GoldenFiles files = new GoldenFiles();
    private final Words words = Words.read();
    protected Document document = new Document("{}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** @param name the committed copy is called so */
    protected ApiDocumentContract(String name) {
        this.name = name;
    }

    /** Where the service is. */
    protected abstract URI service();

    /** Asks the service for every example, and calls {@link #example} or {@link #problem} for each. */
    protected abstract void play();

    /** The requests of all examples, by {@code <operationId>.<example>}. */
    protected Map<String, String> requests() {
        Map<String, String> requests = new LinkedHashMap<>();
        words.rooms().forEach(room -> room.routes().values().forEach(route -> route.examples()
                .forEach((example, request) -> requests.put(route.operationId() + "." + example, request))));
        return requests;
    }

    /** Sends an example's request as it is in the files. */
    protected Exchange send(String example) {
        String request = requests().get(example);
        assertThat(request).as(example).isNotNull();
        return Exchange.send(service(), request, files.request(example));
    }

    /** What was answered to an example. */
    protected void example(String example, Exchange answer) {
        assertThat(answer.status()).as(example + answer.body()).isBetween(200, 202);
        String ending = answer.mediaType().replaceAll(".*/", "").replace("event-stream", "sse");
        played.put(example + ".answer." + ending, answer);
    }

    /** What was answered to a request that is refused. */
    protected void problem(Exchange answer) {
        assertThat(answer.mediaType()).as(answer.body()).isEqualTo("application/problem+json");
        String code = GoldenFiles.JSON.readTree(answer.body()).path("code").asString();
        played.put("problems/" + code + ".json", answer);
    }

    @BeforeEach
    void playAndRead() {
        if (played.isEmpty()) {
            play();
            if (GoldenFiles.WRITE) {
                played.forEach((file, answer) -> files.answer(file, answer.text()));
            }
            served = GoldenFiles.pretty(
                    Exchange.send(service(), "GET /v3/api-docs", null).body());
        }
        document = new Document(served);
    }

    @Test
    void is_valid_openapi_3_1() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser().readContents(served, null, options);

        assertThat(document.root().path("openapi").asString()).startsWith("3.1.");
        assertThat(result.isOpenapi31()).isTrue();
        assertThat(result.getMessages()).isEmpty();
        assertThat(document.schemaErrors()).isEmpty();
        assertThat(document.brokenReferences()).isEmpty();
    }

    @Test
    void describes_every_route_that_there_is_and_no_other() {
        assertThat(document.operations().keySet())
                .as("routes: describe each in openapi/rooms, and write the copy anew")
                .containsExactlyInAnyOrderElementsOf(new MappedRoutes(mapping).names());
        assertThat(document.operations()).allSatisfy((route, operation) -> assertThat(
                        operation.path("operationId").asString("") + operation.path("tags"))
                .as("%s has no words in openapi/rooms", route)
                .matches("[a-z][A-Za-z]+\\[\"[A-Z][a-z]+\"]"));
        assertThat(words.rooms().stream()
                        .flatMap(room -> room.routes().keySet().stream())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(document.operations().keySet());
    }

    @Test
    void says_of_each_thing_what_it_is() {
        List<String> ids = document.operations().values().stream()
                .map(operation -> operation.path("operationId").asString())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        document.operations().forEach((route, operation) -> {
            assertThat(operation.path("summary").asString("")).as(route).hasSizeBetween(5, 60);
            assertThat(operation.path("description").asString("")).as(route).endsWith(".");
            document.parameters(operation).forEach(parameter -> {
                String what = route + " " + parameter.path("name").asString();
                assertThat(parameter.path("description").asString("")).as(what).isNotBlank();
                boolean isFilledIn = parameter.path("required").asBoolean(false);
                assertThat(parameter.has("example")).as("example of " + what).isEqualTo(isFilledIn);
                assertThat(parameter.path("description").asString().contains("For example `"))
                        .as("example of " + what)
                        .isEqualTo(!isFilledIn);
                assertThat(parameter.has("schema")).as(what).isTrue();
            });
        });
        assertThat(document.undescribedProperties()).isEmpty();
    }

    @Test
    void lists_codes_that_exist_under_their_status() {
        document.operations().forEach((route, operation) -> {
            assertThat(document.problems(operation)).as(route).isNotEmpty().allSatisfy((code, status) -> assertThat(
                            ErrorCode.valueOf(code).status())
                    .as(code)
                    .isEqualTo(status));
        });
        played.forEach((file, answer) -> {
            if (file.startsWith("problems/")) {
                String code =
                        GoldenFiles.JSON.readTree(answer.body()).path("code").asString();
                assertThat(answer.status()).isEqualTo(ErrorCode.valueOf(code).status());
            }
        });
    }

    @Test
    void has_examples_that_are_what_the_service_answers() {
        assertThat(played).isNotEmpty().allSatisfy((file, answer) -> assertThat(files.answer(file, answer.text()))
                .as(file)
                .isEqualTo(answer.text()));
        Set<String> known = new TreeSet<>(played.keySet());
        requests().keySet().stream()
                .filter(example -> files.request(example) != null)
                .forEach(example -> known.add(example + ".request.json"));
        assertThat(files.names()).isEqualTo(known);
        assertThat(played.keySet().stream()
                        .filter(file -> !file.startsWith("problems/"))
                        .map(file -> file.replaceAll("\\.answer\\..*", ""))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(requests().keySet());
    }

    @Test
    void has_an_example_of_every_answer_and_each_fits_its_schema() {
        document.operations().forEach((route, operation) -> {
            JsonNode success = document.success(operation);
            assertThat(success.path("content").isEmpty()).as(route).isFalse();
            success.path("content").forEachEntry((type, content) -> assertThat(content.path("examples"))
                    .as("examples of %s %s", route, type)
                    .isNotEmpty());
            operation.path("requestBody").path("content").forEachEntry((type, content) -> assertThat(content.path(
                                            "examples")
                                    .isEmpty()
                            && operation.path("requestBody").path("required").asBoolean(false))
                    .as("no example of a request of %s", route)
                    .isFalse());
        });
        assertThat(document.examplesThatDoNotFit()).isEmpty();
    }

    @Test
    void lists_the_headers_of_the_answers() {
        requests().keySet().forEach(example -> {
            JsonNode operation = document.operation(example.substring(0, example.indexOf('.')));
            Set<String> described = new HashSet<>();
            document.success(operation)
                    .path("headers")
                    .propertyNames()
                    .forEach(header -> described.add(header.toLowerCase(Locale.ROOT)));
            played.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(example + ".answer"))
                    .forEach(entry -> {
                        List<String> answered =
                                new ArrayList<>(entry.getValue().headers().keySet());
                        answered.removeAll(GENERAL_HEADERS);
                        assertThat(described).as(example).containsAll(answered);
                    });
        });
    }

    @Test
    void is_the_committed_copy() {
        Path copy = Path.of("../docs/openapi", name + ".json");
        if (GoldenFiles.WRITE) {
            GoldenFiles.write(copy, served);
        }
        assertThat(GoldenFiles.read(copy))
                .as("docs/openapi/%s.json; docs/api.md says how it is written anew", name)
                .isEqualTo(served);
    }

    /** What describes the API brings libraries that Spring would answer with if it could. */
    @Test
    void changes_nothing_about_the_media_types_of_the_answers() {
        played.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".answer.json"))
                .forEach(entry -> {
                    String example = entry.getKey().replace(".answer.json", "");
                    Exchange yaml = Exchange.send(
                            service(), requests().get(example), files.request(example), "Accept", "application/yaml");
                    assertThat(yaml.status()).as(example + yaml.body()).isEqualTo(406);
                });
    }

    @Test
    void is_shown_by_swagger_ui_on_the_services_own_port() {
        Exchange door = Exchange.send(service(), "GET /swagger-ui.html", null);
        Exchange page = Exchange.send(service(), "GET /swagger-ui/index.html", null);
        Exchange settings = Exchange.send(service(), "GET /v3/api-docs/swagger-config?nothing=1", null);

        assertThat(door.status()).isEqualTo(302);
        assertThat(page.status()).isEqualTo(200);
        assertThat(GoldenFiles.JSON.readTree(settings.body()).path("url").asString())
                .isEqualTo("/v3/api-docs");
        assertThat(document.root().path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(served).doesNotContain("actuator");
    }
}
