package io.orderflow.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.query.QueryServiceApplication;
import io.orderflow.query.platform.axon.TestEventStore;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two replicas: the first works for every segment, and the operator asks the other one. */
class ProjectionsOnPostgresTest {

    private static PostgresSettings database;
    private static ConfigurableApplicationContext working;
    private static ConfigurableApplicationContext other;
    private static Operator there;
    private static Operator operator;

    @BeforeAll
    static void start() {
        database = TestEventStore.createOnPostgres();
        working = replica("one");
        there = operatorOf(working);
        await().atMost(Duration.ofSeconds(60)).until(() -> items(there).allMatch(one -> isWorkedForBy(one, "one")));
        other = replica("two");
        operator = operatorOf(other);
    }

    private static ConfigurableApplicationContext replica(String name) {
        return new SpringApplicationBuilder(QueryServiceApplication.class)
                .profiles("postgres")
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--orderflow.query.node-id=" + name,
                        "--orderflow.query.dead-letters.first-pause=1h",
                        "--orderflow.postgres.url=" + database.url(),
                        "--orderflow.postgres.username=postgres");
    }

    private static Operator operatorOf(ConfigurableApplicationContext replica) {
        return Operator.at(
                Integer.parseInt(Objects.requireNonNull(replica.getEnvironment().getProperty("local.server.port"))));
    }

    @AfterAll
    static void stop() {
        working.close();
        other.close();
    }

    @BeforeEach
    void allIsWell() {
        register(UUID.randomUUID());
        await().atMost(Duration.ofSeconds(30)).until(() -> items(operator)
                .allMatch(one -> one.path("state").asString().equals("RUNNING")
                        && one.path("eventsBehind").asLong() == 0));
    }

    @Test
    void the_replica_that_does_not_work_for_a_projection_says_how_it_is_doing_and_who_does() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(items(operator)).hasSize(7).allSatisfy(one -> {
                    assertThat(isWorkedForBy(one, "one")).isTrue();
                    assertThat(one.path("lagMillis").asLong()).isLessThan(10_000);
                }));
    }

    @Test
    void a_segment_is_not_split_by_a_replica_that_does_not_work_for_it() {
        Operator.Answer refused = operator.post("/projections/stock-levels/segments/0/split");
        assertThat(refused.code()).isEqualTo("SEGMENT_ELSEWHERE");
        assertThat(refused.text("detail")).contains("one");
        assertThat(operator.post("/projections/order-list/segments/0/merge").code())
                .isEqualTo("SEGMENT_ELSEWHERE");
        assertThat(there.post("/projections/stock-levels/segments/0/split").status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> hasOwners("stock-levels", 2));
    }

    @Test
    void a_projection_is_paused_and_resumed_from_any_replica_for_all() {
        operator.post("/projections/customers/pause");
        await().atMost(Duration.ofSeconds(10)).until(() -> hasOwners("customers", 0));
        assertThat(there.is("customers", "PAUSED")).isTrue();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> there.get("/actuator/health/readiness").status() == 503);

        operator.post("/projections/customers/resume");
        await().atMost(Duration.ofSeconds(20)).until(() -> there.is("customers", "RUNNING"));
    }

    @Test
    void a_replay_is_begun_and_watched_from_any_replica() {
        operator.post("/projections/order-history/replays");
        await().atMost(Duration.ofSeconds(30)).until(() -> there.get("/projections/order-history/replays/current")
                .text("state")
                .equals("DONE"));
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        operator.projection("order-history").path("generation").asInt() == 2);
        assertThat(operator.post("/projections/order-history/replays/current/cancel")
                        .code())
                .isEqualTo("REPLAY_NOT_RUNNING");
    }

    @Test
    void a_dead_letter_of_another_replica_is_seen_and_retried_here() {
        UUID customer = UUID.randomUUID();
        register(customer);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> operator.get("/customers/" + customer).status() == 200);
        pretendVersion(customer, -1);
        append(customer, 1, new CustomerRenamed(customer, "Ada King"));
        String letters = "/projections/customers/dead-letters";
        await().atMost(Duration.ofSeconds(10)).until(() -> letters(letters) == 1);
        assertThat(letters(letters + "?cause=EventsMissing")).isOne();
        assertThat(letters(letters + "?cause=Other")).isZero();
        String letter =
                letters + "/" + operator.get(letters).body().at("/items/0/id").asString();
        pretendVersion(customer, 0);

        assertThat(operator.post(letter + "/retry").body().path("succeeded").asBoolean())
                .isTrue();
        assertThat(there.get("/customers/" + customer).text("name")).isEqualTo("Ada King");
    }

    private static int letters(String route) {
        return operator.get(route).body().path("total").asInt();
    }

    private static Stream<JsonNode> items(Operator whom) {
        return whom.get("/projections").body().path("items").valueStream();
    }

    private static boolean isWorkedForBy(JsonNode projection, String owner) {
        return projection.path("segments").size() > 0
                && projection.path("segments").valueStream().allMatch(segment -> segment.path("owner")
                        .asString("")
                        .equals(owner));
    }

    private static boolean hasOwners(String name, int count) {
        return there.projection(name)
                        .path("segments")
                        .valueStream()
                        .filter(segment -> segment.has("owner"))
                        .count()
                == count;
    }

    private static void register(UUID id) {
        append(id, 0, new CustomerRegistered(id, "Ada", "ada@example.org"));
    }

    private static void append(UUID id, long version, CustomerEvent event) {
        other.getBean(EventStorageEngine.class)
                .appendEvents(new GenericDomainEventMessage<>("Customer", CustomerEvent.streamOf(id), version, event));
    }

    private static void pretendVersion(UUID id, long version) {
        other.getBean(JdbcClient.class)
                .sql("update customer set version = ? where customer_id = ?")
                .params(version, id)
                .update();
    }
}
