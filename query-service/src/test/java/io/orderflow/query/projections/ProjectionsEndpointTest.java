package io.orderflow.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.stream.LiveReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What operators see and do, over the whole service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"orderflow.query.dead-letters.sequences=1", "orderflow.query.dead-letters.first-pause=1h"})
@DirtiesContext
class ProjectionsEndpointTest {

    private static final String READINESS = "/actuator/health/readiness";

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
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final UUID customer = UUID.randomUUID();
    private Operator operator;

    @BeforeEach
    void allIsWell() {
        operator = Operator.at(port);
        register(customer);
        await().atMost(Duration.ofSeconds(30)).until(() -> operator.get("/projections")
                .body()
                .path("items")
                .valueStream()
                .allMatch(ProjectionsEndpointTest::isWell));
    }

    @AfterEach
    void resume() {
        for (String name : List.of("stock-levels", "order-history", "order-list")) {
            operator.post("/projections/" + name + "/resume");
        }
    }

    private static boolean isWell(JsonNode projection) {
        return projection.path("state").asString().equals("RUNNING")
                && projection.path("eventsBehind").asLong() == 0;
    }

    @Test
    void each_projection_says_how_far_it_is_and_who_works_for_it() {
        JsonNode all = operator.get("/projections").body().path("items");
        assertThat(all.valueStream().map(one -> one.path("name").asString()))
                .containsExactly(
                        "customers",
                        "order-details",
                        "order-history",
                        "order-list",
                        "order-search",
                        "sales-statistics",
                        "stock-levels");
        JsonNode one = operator.projection("order-list");
        assertThat(one.path("head").asLong()).isEqualTo(one.path("position").asLong());
        assertThat(one.path("lagMillis").asLong()).isZero();
        assertThat(one.path("segments")).hasSize(2).allSatisfy(segment -> {
            assertThat(segment.path("owner").asString()).startsWith("query-service");
            assertThat(segment.path("replaying").asBoolean()).isFalse();
        });
        assertThat(one.has("failure") || one.has("replay")).isFalse();
        assertThat(operator.get("/projections/nothing").code()).isEqualTo("PROJECTION_NOT_FOUND");
        assertThat(operator.get("/projections?nonsense=1").code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void a_paused_projection_stands_still_until_it_is_resumed_and_readiness_says_so() {
        assertThat(operator.post("/projections/stock-levels/pause").text("state"))
                .isEqualTo("PAUSED");
        assertThat(operator.post("/projections/stock-levels/pause").text("state"))
                .as("again")
                .isEqualTo("PAUSED");
        await().until(() ->
                !operator.projection("stock-levels").path("segments").get(0).has("owner"));
        register(UUID.randomUUID());

        JsonNode paused = operator.projection("stock-levels");
        assertThat(paused.path("eventsBehind").asLong()).isPositive();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        operator.projection("stock-levels").path("lagMillis").asLong() > 1_000);
        await().until(() -> operator.get(READINESS).status() == 503);
        assertThat(operator.get(READINESS)
                        .body()
                        .at("/components/processors/details/stock-levels")
                        .asString())
                .isEqualTo("paused");
        assertThat(operator.post("/projections/stock-levels/segments/0/split").code())
                .isEqualTo("PROJECTION_NOT_RUNNING");
        assertThat(operator.post("/projections/stock-levels/dead-letters/retries")
                        .code())
                .isEqualTo("PROJECTION_NOT_RUNNING");

        operator.post("/projections/stock-levels/resume");
        operator.post("/projections/stock-levels/resume");
        await().atMost(Duration.ofSeconds(20)).until(() -> isWell(operator.projection("stock-levels")));
        await().until(() -> operator.get(READINESS).status() == 200);
    }

    @Test
    void a_replay_is_begun_once_watched_to_its_end_and_shown_then() throws Exception {
        String replays = "/projections/order-history/replays";
        int before = operator.projection("order-history").path("generation").asInt();
        assertThat(operator.get(replays + "/current").code()).isEqualTo("REPLAY_NOT_FOUND");
        operator.post("/projections/order-history/pause");
        Operator.Answer begun = operator.post(replays);
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.response().headers().firstValue("Location")).hasValue("/api/v1" + replays + "/current");
        assertThat(begun.text("state")).isEqualTo("RUNNING");
        assertThat(operator.post(replays).code()).isEqualTo("REPLAY_RUNNING");

        try (LiveReader reader = LiveReader.open(operator.http(), operator.uri(replays + "/current/stream"), null)) {
            reader.awaitFrames("replay", 1);
            assertThat(reader.data("replay").get(0)).contains("\"state\":\"RUNNING\"", "\"progress\":0.0");
            operator.post("/projections/order-history/resume");
            await().atMost(Duration.ofSeconds(30)).until(reader::isOver);
            assertThat(reader.data("replay")).last().asString().contains("\"state\":\"DONE\"", "\"endedAt\"");
        }
        assertThat(operator.get(replays + "/current").text("state")).isEqualTo("DONE");
        await().atMost(Duration.ofSeconds(20)).until(() -> isWell(operator.projection("order-history")));
        assertThat(operator.projection("order-history").path("generation").asInt())
                .isEqualTo(before + 1);
    }

    @Test
    void a_replay_can_be_cancelled_and_only_while_it_runs() {
        String replays = "/projections/order-list/replays";
        operator.post("/projections/order-list/pause");
        int generation = operator.post(replays).body().path("generation").asInt();
        assertThat(operator.projection("order-list").at("/replay/state").asString())
                .isEqualTo("RUNNING");
        assertThat(operator.post(replays + "/current/cancel").text("state")).isEqualTo("CANCELLED");
        assertThat(operator.post(replays + "/current/cancel").code()).isEqualTo("REPLAY_NOT_RUNNING");
        operator.post("/projections/order-list/resume");

        await().atMost(Duration.ofSeconds(20)).until(() -> isWell(operator.projection("order-list")));
        assertThat(operator.projection("order-list").path("generation").asInt()).isLessThan(generation);
        assertThat(operator.get(replays + "/current").text("state")).isEqualTo("CANCELLED");
    }

    @Test
    void a_segment_is_split_and_merged() {
        String segments = "/projections/sales-statistics/segments/";
        assertThat(operator.post(segments + "0/split").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> isWorkedForBy("sales-statistics", 3));
        assertThat(operator.post(segments + "0/merge").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> isWorkedForBy("sales-statistics", 2));

        assertThat(operator.post(segments + "9/split").code()).isEqualTo("SEGMENT_NOT_FOUND");
        assertThat(operator.post("/projections/stock-levels/segments/0/merge").code())
                .isEqualTo("SEGMENT_ALONE");
        assertThat(operator.post(segments + "x/split").status()).isEqualTo(400);
    }

    @Test
    void a_dead_letter_is_seen_with_what_waits_behind_it_and_retried_when_its_cause_is_gone() {
        pretendVersion(customer, -1);
        rename(customer, 1, "Ada");
        rename(customer, 2, "Ada King");
        Operator.Answer page = awaitLetters("/projections/customers/dead-letters?cause=EventsMissing", 1);
        JsonNode letter = page.body().path("items").get(0);
        assertThat(letter.path("stream").asString()).isEqualTo(CustomerEvent.streamOf(customer));
        assertThat(letter.path("version").asLong()).isOne();
        assertThat(letter.path("eventType").asString()).isEqualTo("CustomerRenamed");
        assertThat(letter.path("attempts").asInt()).isOne();
        assertThat(letter.at("/cause/type").asString()).endsWith(".EventsMissing");
        assertThat(letter.has("nextAttemptAt")).isTrue();
        String id = letter.path("id").asString();
        String route = "/projections/customers/dead-letters/" + id;
        await().until(() -> operator.get(route).body().at("/letter/behind").asLong() == 1);
        JsonNode shown = operator.get(route).body();
        assertThat(shown.at("/payload/name").asString()).isEqualTo("Ada");
        assertThat(shown.path("waiting")).singleElement().satisfies(waiting -> assertThat(
                        waiting.path("version").asLong())
                .isEqualTo(2));
        assertThat(operator.post("/projections/customers/dead-letters/"
                                + shown.at("/waiting/0/id").asString() + "/retry")
                        .code())
                .isEqualTo("DEAD_LETTER_NOT_FIRST");
        assertThat(operator.get("/projections/customers/dead-letters?cause=Other")
                        .body()
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(operator.projection("customers").at("/deadLetters/events").asLong())
                .isEqualTo(2);

        assertThat(operator.post(route + "/retry").body().path("succeeded").asBoolean())
                .isFalse();
        assertThat(operator.get(route).body().at("/letter/attempts").asInt()).isEqualTo(2);
        pretendVersion(customer, 0);
        assertThat(operator.post(route + "/retry").body().path("succeeded").asBoolean())
                .isTrue();
        assertThat(operator.get("/customers/" + customer).text("name")).isEqualTo("Ada King");
        assertThat(operator.get(route).code()).isEqualTo("DEAD_LETTER_NOT_FOUND");
    }

    @Test
    void a_dead_letter_is_discarded_with_a_reason_that_is_recorded() {
        pretendVersion(customer, -1);
        rename(customer, 1, "Ada");
        String route = "/projections/customers/dead-letters/"
                + awaitLetters("/projections/customers/dead-letters", 1)
                        .body()
                        .at("/items/0/id")
                        .asString();
        assertThat(operator.delete(route).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(operator.delete(route + "?reason=sent%20twice").text("reason"))
                .isEqualTo("sent twice");

        assertThat(operator.delete(route + "?reason=again").code()).isEqualTo("DEAD_LETTER_NOT_FOUND");
        assertThat(jdbc.sql("select reason from discarded_event where stream = ?")
                        .param(CustomerEvent.streamOf(customer))
                        .query(String.class)
                        .single())
                .isEqualTo("sent twice");
        assertThat(operator.projection("customers").at("/deadLetters/events").asLong())
                .isZero();
    }

    @Test
    void a_projection_with_more_dead_letters_than_it_may_have_fails_and_says_so_on_every_way() {
        UUID other = UUID.randomUUID();
        register(other);
        await().until(() -> operator.get("/customers/" + other).status() == 200);
        pretendVersion(customer, -1);
        pretendVersion(other, -1);
        rename(customer, 1, "Ada");
        rename(other, 1, "Eve");

        await().atMost(Duration.ofSeconds(30)).until(() -> operator.is("customers", "FAILING"));
        assertThat(operator.projection("customers").at("/failure/cause").asString())
                .isEqualTo("DeadLetterQueueOverflowException");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(operator.get(READINESS)
                        .body()
                        .at("/components/processors/details/customers")
                        .asString())
                .startsWith("failing: it has more dead letters than it may"));
        assertThat(operator.get(READINESS).status()).isEqualTo(503);
        pretendVersion(customer, 0);
        pretendVersion(other, 0);
        assertThat(operator.post("/projections/customers/dead-letters/retries")
                        .body()
                        .path("succeeded")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> isWell(operator.projection("customers")));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> operator.get(READINESS).status() == 200);
    }

    @Test
    void reads_are_refused_while_there_is_no_generation_for_this_version_of_the_service() {
        operator.post("/projections/order-search/pause"); // what is built for this version stands still, too
        jdbc.sql("update projection_generation set definition = 'another' where group_name = 'order-search'")
                .update();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> operator.get("/orders/search?q=desk").status() == 503);
        Operator.Answer refused = operator.get("/orders/search?q=desk");
        assertThat(refused.code()).isEqualTo("UNAVAILABLE");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        operator.post("/projections/order-search/resume");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.get("/orders/search?q=desk").status() == 200);
    }

    @Test
    void the_same_is_there_as_metrics() {
        await().untilAsserted(() -> {
            assertThat(meter("position", "VALUE")).isPositive();
            assertThat(meter("generation", "VALUE")).isPositive();
            assertThat(meter("behind", "VALUE")).isZero();
            assertThat(meter("lag", "VALUE")).isZero();
            assertThat(meter("dead.letters", "VALUE")).isZero();
            assertThat(meter("visibility", "COUNT")).isPositive();
        });
    }

    private double meter(String name, String statistic) {
        return operator.get("/actuator/metrics/orderflow.projection." + name + "?tag=projection:customers")
                .body()
                .path("measurements")
                .valueStream()
                .filter(measured -> measured.path("statistic").asString().equals(statistic))
                .mapToDouble(measured -> measured.path("value").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private boolean isWorkedForBy(String name, int segments) {
        JsonNode all = operator.projection(name).path("segments");
        return all.size() == segments && all.valueStream().allMatch(segment -> segment.has("owner"));
    }

    private Operator.Answer awaitLetters(String route, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.get(route).body().path("total").asInt() == count);
        return operator.get(route);
    }

    private void register(UUID id) {
        append(id, 0, new CustomerRegistered(id, "Ada", "ada@example.org"));
    }

    private void rename(UUID id, long version, String name) {
        append(id, version, new CustomerRenamed(id, name));
    }

    private void append(UUID id, long version, CustomerEvent event) {
        events.appendEvents(new GenericDomainEventMessage<>("Customer", CustomerEvent.streamOf(id), version, event));
    }

    /** A hole is before the next event of a customer whose row says that it has come less far. */
    private void pretendVersion(UUID id, long version) {
        jdbc.sql("update customer set version = ? where customer_id = ?")
                .params(version, id)
                .update();
    }
}
