package io.orderflow.command.retry;

import static io.orderflow.command.retry.RunningService.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.command.retry.RunningService.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that are sent again, with the whole service and the real store. */
class SafeRetryTest {

    private static final String KEY = "Idempotency-Key";
    private static final int TWINS = 50;

    @TempDir
    static Path data;

    private static RunningService service;

    private final UUID id = UUID.randomUUID();
    private final String sku = "SKU-" + UUID.randomUUID();
    private final String key = "key-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = new RunningService(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void twins_create_and_place_one_order_whose_id_nobody_chose() {
        List<Answer> answers = service.sendTwins(TWINS, "POST", "/orders", order(null, true), KEY, key);

        Answer answer = theOneAnswerOf(answers);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).endsWith("\"version\":1}");
        assertThat(answer.etag()).isEqualTo("\"1\"");
        UUID made = UUID.fromString(String.valueOf(answer.location()).substring("/api/v1/orders/".length()));
        assertThat(service.events(OrderEvent.streamOf(made)))
                .startsWith("OrderCreated", "OrderPlaced")
                .containsOnlyOnce("OrderCreated", "OrderPlaced");
    }

    @Test
    void twins_adjust_stock_once() {
        register(sku);

        List<Answer> answers = service.sendTwins(TWINS, "POST", adjustments(), delta(5), KEY, key);

        assertThat(theOneAnswerOf(answers)).isEqualTo(answer(200, sku, 1));
        assertThat(service.events(StockEvent.streamOf(sku))).containsExactly("StockRegistered", "StockAdjusted");
    }

    @Test
    void twins_without_a_key_make_one_thing_of_the_id_they_chose() {
        Answer order = theOneAnswerOf(service.sendTwins(TWINS, "POST", "/orders", order(id, false)));
        Answer customer = theOneAnswerOf(service.sendTwins(TWINS, "POST", "/customers", customer("Ada")));
        Answer stock = theOneAnswerOf(service.sendTwins(TWINS, "POST", "/stock", stock(sku, 10)));

        assertThat(List.of(order.status(), customer.status(), stock.status())).containsOnly(201);
        assertThat(service.events(OrderEvent.streamOf(id))).containsExactly("OrderCreated");
        assertThat(service.events(CustomerEvent.streamOf(id))).containsExactly("CustomerRegistered");
        assertThat(service.events(StockEvent.streamOf(sku))).containsExactly("StockRegistered");
    }

    @Test
    void another_thing_of_the_same_id_is_a_conflict_with_and_without_a_key() {
        service.send("POST", "/orders", order(id, false));
        service.send("POST", "/customers", customer("Ada"));
        service.send("POST", "/stock", stock(sku, 10));

        for (String[] headers : new String[][] {{}, {KEY, key}}) {
            assertProblem(service.send("POST", "/orders", order(id, true), headers), 409, "ORDER_ALREADY_EXISTS");
            assertProblem(
                    service.send("POST", "/customers", customer("Bob"), headers), 409, "CUSTOMER_ALREADY_REGISTERED");
            assertProblem(service.send("POST", "/stock", stock(sku, 11), headers), 409, "STOCK_ALREADY_REGISTERED");
        }
    }

    @Test
    void what_was_made_is_answered_the_same_to_its_caller_only_and_for_ever() {
        Answer made = service.send("POST", "/customers", customer("Ada"), as("ada"));
        service.send("PUT", "/customers/" + id + "/name", "{\"name\":\"Ada L.\"}");

        Answer again = service.send("POST", "/customers", customer("Ada"), as("ada", KEY, key));
        assertThat(again.replayed()).isTrue();
        assertThat(again.notReplayed()).isEqualTo(made);
        assertProblem(
                service.send("POST", "/customers", customer("Ada"), as("bob")), 409, "CUSTOMER_ALREADY_REGISTERED");
    }

    @Test
    void a_key_belongs_to_one_request() {
        register(sku);
        service.send("POST", adjustments(), delta(5), KEY, key);

        assertProblem(service.send("POST", adjustments(), delta(6), KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(service.send("POST", "/stock", stock(sku, 10), KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(service.send("POST", adjustments(), "{ \"reason\":\"count\",\n\"delta\":5 }", KEY, key)
                        .body())
                .isEqualTo(answer(200, sku, 1).body());
        assertThat(service.events(StockEvent.streamOf(sku))).hasSize(2);
    }

    @Test
    void a_key_is_its_callers_and_counts_for_one_product() {
        register(sku);
        register(sku + "-2");

        service.send("POST", adjustments(), delta(5), as("ada", KEY, key));

        assertThat(service.send("POST", adjustments(), delta(5), as("bob", KEY, key)))
                .isEqualTo(answer(200, sku, 2));
        assertThat(service.send("POST", "/stock/" + sku + "-2/adjustments", delta(5), as("ada", KEY, key)))
                .isEqualTo(answer(200, sku + "-2", 1));
        assertThat(service.send("POST", adjustments(), delta(5), as("ada", KEY, key))
                        .notReplayed())
                .isEqualTo(answer(200, sku, 1));
    }

    @Test
    void what_changes_nothing_is_answered_the_same_and_does_not_come_back_later() {
        service.send("POST", "/customers", customer("Ada"));
        String path = "/customers/" + id + "/name";

        Answer first = service.send("PUT", path, "{\"name\":\"Ada\"}", KEY, key);
        service.send("PUT", path, "{\"name\":\"Bob\"}");
        Answer second = service.send("PUT", path, "{\"name\":\"Ada\"}", KEY, key);

        assertThat(second.notReplayed()).isEqualTo(first);
        assertThat(service.send("PUT", path, "{\"name\":\"Bob\"}").body()).endsWith("\"version\":2}");
    }

    @Test
    void a_refusal_is_decided_again() {
        assertProblem(service.send("POST", adjustments(), delta(5), KEY, key), 404, "STOCK_NOT_FOUND");
        register(sku);

        assertProblem(service.send("POST", adjustments(), delta(-50), KEY, key), 409, "STOCK_BELOW_PROMISED");
        assertThat(service.send("POST", adjustments(), delta(5), KEY, key)).isEqualTo(answer(200, sku, 1));
    }

    @Test
    void survives_a_restart() {
        register(sku);
        List<Answer> before = everyKindOfRequest();
        List<String> events = service.events(StockEvent.streamOf(sku));

        service.close();
        service = new RunningService(data);

        assertThat(everyKindOfRequest())
                .allMatch(Answer::replayed)
                .extracting(Answer::notReplayed)
                .isEqualTo(before);
        assertThat(service.events(StockEvent.streamOf(sku))).isEqualTo(events);
        assertProblem(service.send("POST", adjustments(), delta(6), KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    private List<Answer> everyKindOfRequest() {
        return List.of(
                service.send("POST", "/orders", order(null, false), KEY, key),
                service.send("POST", "/orders", order(id, false)),
                service.send("POST", "/customers", customer("Ada")),
                service.send("PUT", "/customers/" + id + "/name", "{\"name\":\"Bob\"}", KEY, key),
                service.send("DELETE", "/orders/" + id + "?reason=no", null, KEY, key, "If-Match", "\"0\""),
                service.send("POST", adjustments(), delta(5), KEY, key, "If-Match", "*"));
    }

    @Test
    void a_snapshot_knows_all_requests_before_it() {
        register(sku);
        String stream = StockEvent.streamOf(sku);
        int count = 0;
        // a snapshot holds what is there when it is taken, and the next one comes a hundred events after it
        while (count < 230 || snapshotVersion(stream) < 199) {
            count++;
            assertThat(adjust(count).status()).isEqualTo(200);
            assertThat(count).as("events, and still no second snapshot").isLessThan(1_000);
        }

        // nothing but the snapshot can know now
        store().sql("DELETE FROM domain_event WHERE stream = ? AND version <= ?")
                .params(stream, snapshotVersion(stream))
                .update();

        for (int i = 1; i <= count; i++) {
            assertThat(adjust(i).notReplayed()).isEqualTo(answer(200, sku, i));
        }
        assertProblem(service.send("POST", adjustments(), delta(7), KEY, key + 1), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(service.send("POST", "/stock", stock(sku, 10)))
                .extracting(Answer::replayed)
                .isEqualTo(true);
        assertThat(adjust(count + 1)).isEqualTo(answer(200, sku, count + 1));
    }

    @Test
    void a_snapshot_from_before_it_knew_requests_is_passed_over() {
        register(sku);
        for (int i = 1; i <= 130; i++) {
            adjust(i);
        }
        String stream = StockEvent.streamOf(sku);
        await().until(() -> snapshotVersion(stream) >= 99);
        store().sql("UPDATE snapshot_event SET payload_revision = '1', payload = ? WHERE stream = ?")
                .params(
                        "{\"stream\":\"%s\"}".formatted(stream).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        stream)
                .update();

        assertThat(adjust(1).notReplayed()).isEqualTo(answer(200, sku, 1));
        assertThat(adjust(131)).isEqualTo(answer(200, sku, 131));
    }

    private Answer adjust(int number) {
        return service.send("POST", adjustments(), delta(1), KEY, key + number);
    }

    private static long snapshotVersion(String stream) {
        return store().sql("SELECT coalesce(max(version), -1) FROM snapshot_event WHERE stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private static JdbcClient store() {
        return service.store();
    }

    @Test
    void of_many_that_expect_the_same_version_one_wins() {
        service.send("POST", "/customers", customer("Ada"));
        String path = "/customers/" + id + "/name";

        List<Answer> answers = IntStream.range(0, 20)
                .mapToObj(i -> service.sendAsync(
                        "PUT", path, "{\"name\":\"Ada %d\"}".formatted(i), "If-Match", "\"0\"", KEY, key + i))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(19)
                .allSatisfy(answer -> {
                    assertProblem(answer, 412, "VERSION_CONFLICT");
                    assertThat(answer.body()).contains("\"currentVersion\":1");
                    assertThat(answer.etag()).isEqualTo("\"1\"");
                });
        assertThat(service.events(CustomerEvent.streamOf(id))).containsExactly("CustomerRegistered", "CustomerRenamed");
        int winner = IntStream.range(0, 20)
                .filter(i -> answers.get(i).status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(service.send(
                                "PUT",
                                path,
                                "{\"name\":\"Ada %d\"}".formatted(winner),
                                "If-Match",
                                "\"0\"",
                                KEY,
                                key + winner)
                        .notReplayed())
                .as("the winner's repetition")
                .isEqualTo(answers.get(winner));
    }

    @Test
    void nothing_is_expected_of_what_does_not_exist() {
        assertProblem(
                service.send("POST", "/orders/" + id + "/delivery", null, "If-Match", "\"0\""), 404, "ORDER_NOT_FOUND");
        assertProblem(
                service.send("POST", "/orders/" + id + "/delivery", null, "If-Match", "*"), 404, "ORDER_NOT_FOUND");
    }

    /** All answers are the same, and all but one say that they were given before. */
    private static Answer theOneAnswerOf(List<Answer> twins) {
        assertThat(twins).filteredOn(answer -> !answer.replayed()).hasSize(1);
        Set<Answer> different = twins.stream().map(Answer::notReplayed).collect(Collectors.toSet());
        assertThat(different).hasSize(1);
        return different.iterator().next();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private static Answer answer(int status, String sku, long version) {
        return new Answer(
                status, "{\"sku\":\"%s\",\"version\":%d}".formatted(sku, version), "\"" + version + "\"", null, false);
    }

    private void register(String product) {
        assertThat(service.send("POST", "/stock", stock(product, 10)).status()).isEqualTo(201);
    }

    private String adjustments() {
        return "/stock/" + sku + "/adjustments";
    }

    private static String stock(String sku, int onHand) {
        return "{\"sku\":\"%s\",\"productName\":\"Thing\",\"onHand\":%d}".formatted(sku, onHand);
    }

    private static String delta(int delta) {
        return "{\"delta\":%d,\"reason\":\"count\"}".formatted(delta);
    }

    private String customer(String name) {
        return "{\"customerId\":\"%s\",\"name\":\"%s\",\"email\":\"a@example.com\"}".formatted(id, name);
    }

    private String order(UUID orderId, boolean place) {
        return """
                {%s"customerId":"0192d3c8-0000-7000-8000-000000000002","currency":"EUR",%s
                 "items":[{"sku":"A-1","productName":"Anvil","quantity":2,
                           "unitPrice":{"amount":"12.50","currency":"EUR"}}],
                 "shippingAddress":{"recipient":"Ada","street":"Main St 1","postalCode":"1000","city":"Graz",
                                    "country":"AT"}}"""
                .formatted(
                        orderId == null ? "" : "\"orderId\":\"%s\",".formatted(orderId),
                        place ? "\"place\":true,\"paymentToken\":\"tok_approve\"," : "");
    }
}
