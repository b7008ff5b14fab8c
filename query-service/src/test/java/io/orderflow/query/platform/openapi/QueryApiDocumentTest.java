package io.orderflow.query.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.openapi.ApiDocumentContract;
import io.orderflow.platform.openapi.Exchange;
import io.orderflow.query.platform.axon.TestEventStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/** The document of the query service. Its examples are questions about one story, asked of the whole service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "orderflow.query.dead-letters.first-pause=1h")
@DirtiesContext
class QueryApiDocumentTest extends ApiDocumentContract {

    private static final String ORDERS = "/api/v1/orders";
    private static final String ORDER = ORDERS + "/0190a8f0-0000-7000-8000-000000000001";
    private static final String NOBODY = "/0190a8f0-0000-7000-8000-0000000000ff";
    private static final String PROJECTIONS = "/api/v1/projections";
    private static final String LETTERS = PROJECTIONS + "/customers/dead-letters";
    private static final String LETTER = "0190a8f0-0000-7000-8000-0000000000d1";
    private static final Pattern LETTER_ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static String letter = LETTER;
    private static final Pattern KNOWN = Pattern.compile("the parameters are ([A-Za-z, ]+)");

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        TestEventStore.createIn(data);
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventStorageEngine events;

    @Autowired
    EventProcessingConfiguration processing;

    @LocalServerPort
    int port;

    QueryApiDocumentTest() {
        super("query-service");
    }

    @Override
    protected URI service() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    protected void play() {
        for (DomainEventMessage<?> event : Story.events()) { // one by one: two streams are read in any order otherwise
            events.appendEvents(event);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(this::everythingIsShown);
        }
        requests().forEach((example, request) -> {
            if (!request.contains(PROJECTIONS)) {
                example(example, send(example));
            }
        });
        playProjections();
        refuse("GET " + ORDERS + "?stauts=PLACED&pageSize=1000");
        refuse("GET " + ORDERS + NOBODY);
        refuse("GET " + ORDER + "?asOfVersion=99");
        refuse("GET " + ORDER + "?asOf=2026-01-01");
        refuse("GET /api/v1/stock/SOFA");
        refuse("GET /api/v1/customers" + NOBODY);
        refuse("GET " + PROJECTIONS + "/orders");
        refuse("DELETE " + LETTERS + NOBODY + "?reason=none");
        problem(Exchange.send(service(), "GET " + ORDER, null, "Accept", "application/xml"));
    }

    private void playProjections() {
        events.appendEvents(Story.poison());
        await().atMost(Duration.ofSeconds(30)).until(this::everythingIsShown);
        letter = LETTER_ID
                .matcher(Exchange.send(service(), "GET " + LETTERS, null).body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        requests().forEach((example, request) -> {
            if (request.contains(PROJECTIONS)) {
                await().atMost(Duration.ofSeconds(30)).until(this::isSettled);
                example(example, Masks.stable(send(example), head(), letter, LETTER));
            }
        });
    }

    private void refuse(String request) {
        problem(Exchange.send(service(), request, null));
    }

    /** The one dead letter of the story has another id each time. */
    @Override
    protected Map<String, String> requests() {
        Map<String, String> requests = super.requests();
        requests.replaceAll((example, request) -> request.replace(LETTER, letter));
        return requests;
    }

    /** Nobody is about to take a segment. */
    private boolean isSettled() {
        String customers = Exchange.send(service(), "GET " + PROJECTIONS + "/customers", null)
                .body();
        return customers.contains("\"PAUSED\"")
                || customers.contains("\"RUNNING\"")
                        && customers.split("\"segment\"").length == customers.split("\"owner\"").length;
    }

    private long head() {
        return events.createHeadToken().position().orElseThrow();
    }

    private boolean everythingIsShown() {
        long last = head();
        return processing.eventProcessors().values().stream()
                .map(StreamingEventProcessor.class::cast)
                .map(StreamingEventProcessor::processingStatus)
                .allMatch(segments -> !segments.isEmpty()
                        && segments.values().stream()
                                .allMatch(
                                        segment -> segment.getCurrentPosition().orElse(-1) >= last));
    }

    /** The service itself says which parameters a route has, when it is given another one. */
    @Test
    void lists_the_parameters_that_the_routes_take_and_no_other() {
        Map<String, Set<String>> taken = new HashMap<>();
        requests().forEach((example, request) -> {
            String id = example.substring(0, example.indexOf('.'));
            String nonsense = request + (request.contains("?") ? "&" : "?") + "nonsense=1";
            Exchange refused = Exchange.send(service(), nonsense, null);
            assertThat(refused.status()).as(nonsense).isEqualTo(400);
            Matcher known = KNOWN.matcher(refused.body());
            Set<String> names = taken.computeIfAbsent(id, none -> new TreeSet<>());
            known.results()
                    .map((MatchResult found) -> found.group(1).split(", "))
                    .map(List::of)
                    .forEach(names::addAll);
        });
        document.operations().forEach((route, operation) -> {
            Set<String> listed = new TreeSet<>();
            document.parameters(operation).stream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .map(parameter -> parameter.path("name").asString())
                    .forEach(listed::add);
            assertThat(listed)
                    .as(route)
                    .isEqualTo(taken.get(operation.path("operationId").asString()));
        });
    }

    /** Whoever presses "Execute" without a thought sends every parameter that has an example or a default. */
    @Test
    void whatever_swagger_ui_fills_in_by_itself_is_answered() {
        Map<String, String> addresses = new HashMap<>();
        requests()
                .forEach((example, request) -> addresses.putIfAbsent(
                        example.substring(0, example.indexOf('.')), request.replaceAll("\\?.*", "")));
        document.operations().values().forEach(operation -> {
            UriComponentsBuilder filledIn = UriComponentsBuilder.newInstance();
            document.parameters(operation).stream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .forEach(parameter -> document.filledIn(parameter)
                            .ifPresent(value ->
                                    filledIn.queryParam(parameter.path("name").asString(), value)));
            String request = addresses.get(operation.path("operationId").asString()) + filledIn.toUriString();
            Exchange answer = Exchange.send(service(), request, null);
            if (request.contains(
                    PROJECTIONS)) { // what is answered depends on what was done before, but it is no mistake
                assertThat(answer.status()).as(request + answer.body()).isNotIn(400, 500);
            } else {
                assertThat(answer.status()).as(request + answer.body()).isEqualTo(200);
            }
        });
    }

    @Test
    void lists_304_where_the_service_answers_it_to_the_tag_that_it_gave() {
        Set<String> unchanged = new TreeSet<>();
        requests().forEach((example, request) -> {
            String tag = send(example).headers().get("etag");
            if (tag != null
                    && Exchange.send(service(), request, null, "If-None-Match", tag)
                                    .status()
                            == 304) {
                unchanged.add(example.substring(0, example.indexOf('.')));
            }
        });
        Set<String> listed = new TreeSet<>();
        document.operations().values().stream()
                .filter(operation -> operation.path("responses").has("304"))
                .map(operation -> operation.path("operationId").asString())
                .forEach(listed::add);
        assertThat(listed).isEqualTo(unchanged);
    }
}
