package io.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final UUID ID = UUID.fromString("0193a5b0-0000-7000-8000-000000000001");
    private static final UUID LINE = UUID.fromString("0193a5b0-0000-7000-8000-000000000002");
    private static final Address HOME = new Address("Ann", "Road 1", "0400", "Köln", null, "DE");
    private static final NewLine MUG = new NewLine(LINE, "MUG", "Mug", 2, Money.of("1E+1", "EUR"));

    private final FakeService commands = new FakeService();
    private final FakeService queries = new FakeService();
    private final OrderflowClient client = OrderflowClient.builder()
            .commandUrl(commands.url())
            .queryUrl(queries.url())
            .retries(RetryPolicy.never())
            .build();

    @AfterEach
    void stop() {
        commands.close();
        queries.close();
    }

    @Test
    void an_order_is_sent_as_the_contract_says() {
        commands.then(201, "{\"orderId\":\"%s\",\"version\":1}".formatted(ID));
        Instant orderedAt = Instant.parse("2026-01-02T00:00:00Z");

        OrderAck ack = client.orders()
                .create(new NewOrder(ID, LINE, "EUR", List.of(MUG), HOME, orderedAt, true, "tok_approve"));

        assertThat(ack).isEqualTo(new OrderAck(ID, 1));
        FakeService.Asked asked = commands.asked().get(0);
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/v1/orders");
        assertThat(asked.header("Content-type")).isEqualTo("application/json");
        assertThat(asked.body())
                .contains(
                        "\"orderId\":\"" + ID + "\"",
                        "\"items\":[{",
                        "\"unitPrice\":{\"amount\":\"10\",\"currency\":\"EUR\"}",
                        "\"orderedAt\":\"2026-01-02T00:00:00Z\"",
                        "\"place\":true",
                        "\"city\":\"Köln\"")
                .doesNotContain("region", "lines");
    }

    @Test
    void every_command_has_its_route() {
        for (int i = 0; i < 8; i++) {
            commands.then(200, "{\"orderId\":\"%s\",\"version\":1}".formatted(ID));
        }
        client.orders().addItem(ID, MUG);
        client.orders().changeQuantity(ID, LINE, 3);
        client.orders().removeItem(ID, LINE);
        client.orders().changeAddress(ID, HOME);
        client.orders().place(ID, "tok_approve");
        client.orders().cancel(ID, "changed my mind");
        client.orders().ship(ID, new NewShipment(List.of(new NewShipment.Item(LINE, 1)), "Post", "T1", null));
        client.orders().deliver(ID);

        String order = "/api/v1/orders/" + ID;
        assertThat(commands.asked().stream().map(asked -> asked.method() + " " + asked.uri()))
                .containsExactly(
                        "POST " + order + "/items",
                        "PATCH " + order + "/items/" + LINE,
                        "DELETE " + order + "/items/" + LINE,
                        "PUT " + order + "/shipping-address",
                        "POST " + order + "/placement",
                        "POST " + order + "/cancellation",
                        "POST " + order + "/shipments",
                        "POST " + order + "/delivery");
        assertThat(commands.asked().stream().map(FakeService.Asked::body))
                .contains(
                        "{\"quantity\":3}",
                        "{\"paymentToken\":\"tok_approve\"}",
                        "{\"reason\":\"changed my mind\"}",
                        "{\"items\":[{\"lineId\":\"%s\",\"quantity\":1}],\"carrier\":\"Post\",\"trackingNumber\":\"T1\"}"
                                .formatted(LINE));
    }

    @Test
    void a_command_carries_the_key_and_the_version_it_was_given() {
        for (int i = 0; i < 3; i++) {
            commands.then(
                    200, "{\"orderId\":\"%s\",\"sku\":\"A\",\"customerId\":\"%s\",\"version\":1}".formatted(ID, ID));
        }

        client.orders().withKey("k1").ifMatch(0).deliver(ID);
        client.stock().ifMatch(12).withKey("k2").adjust("A", 1, "found");
        client.customers().ifMatch(3).rename(ID, "Ann");

        assertThat(commands.asked().stream().map(asked -> asked.header("If-match")))
                .containsExactly("\"0\"", "\"12\"", "\"3\"");
        assertThat(commands.asked().stream().map(asked -> asked.header("Idempotency-key")))
                .startsWith("k1", "k2")
                .doesNotContainNull();
    }

    @Test
    void a_command_without_terms_expects_no_version() {
        commands.then(200, "{\"orderId\":\"%s\",\"version\":1}".formatted(ID));

        client.orders().deliver(ID);

        assertThat(commands.asked().get(0).header("If-match")).isNull();
    }

    @Test
    void a_version_conflict_names_the_present_version() {
        commands.then(412, "{\"code\":\"VERSION_CONFLICT\",\"detail\":\"no\",\"currentVersion\":5}");
        commands.thenProblem(409, "ORDER_NOT_DELIVERABLE");

        assertThatThrownBy(() -> client.orders().ifMatch(4).deliver(ID))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> {
                    assertThat(problem.is("VERSION_CONFLICT")).isTrue();
                    assertThat(problem.currentVersion()).hasValue(5);
                });
        assertThatThrownBy(() -> client.orders().deliver(ID))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.currentVersion())
                        .isEmpty());
    }

    @Test
    void stock_and_customers_have_their_routes() {
        commands.then(201, "{\"sku\":\"A/B C\",\"version\":0}").then(200, "{\"sku\":\"A/B C\",\"version\":1}");
        commands.then(201, "{\"customerId\":\"%s\",\"version\":0}".formatted(ID));
        commands.then(200, "{\"customerId\":\"%s\",\"version\":1}".formatted(ID));

        assertThat(client.stock().register("A/B C", "Thing", 5)).isEqualTo(new StockAck("A/B C", 0));
        assertThat(client.stock().adjust("A/B C", -2, "broken")).isEqualTo(new StockAck("A/B C", 1));
        assertThat(client.customers().register(ID, "Ann", "ann@example.com")).isEqualTo(new CustomerAck(ID, 0));
        assertThat(client.customers().rename(ID, "Anna")).isEqualTo(new CustomerAck(ID, 1));

        assertThat(commands.asked().stream().map(asked -> asked.method() + " " + asked.uri() + " " + asked.body()))
                .containsExactly(
                        "POST /api/v1/stock {\"sku\":\"A/B C\",\"productName\":\"Thing\",\"onHand\":5}",
                        "POST /api/v1/stock/A%2FB%20C/adjustments {\"delta\":-2,\"reason\":\"broken\"}",
                        "POST /api/v1/customers {\"customerId\":\"" + ID
                                + "\",\"name\":\"Ann\",\"email\":\"ann@example.com\"}",
                        "PUT /api/v1/customers/" + ID + "/name {\"name\":\"Anna\"}");
    }

    @Test
    void reads_an_order_and_takes_what_a_newer_server_adds() {
        queries.then(
                200,
                """
                {"orderId":"%s","customerId":"%s","customerName":"Ann","status":"CONFIRMED",
                 "total":{"amount":"20.00","currency":"EUR"},"itemCount":2,
                 "lines":[{"lineId":"%s","sku":"MUG","productName":"Mug","quantity":2,"shippedQuantity":0,
                   "unitPrice":{"amount":"10","currency":"EUR"},"lineTotal":{"amount":"20.00","currency":"EUR"}}],
                 "shippingAddress":{"recipient":"Ann","street":"Road 1","postalCode":"0400","city":"Köln","country":"DE"},
                 "shipments":[],"orderedAt":"2026-01-02T00:00:00Z","createdAt":"2026-01-02T00:00:01.123Z",
                 "updatedAt":"2026-01-02T00:00:02Z","version":4,"news":{"a":1}}
                """
                        .formatted(ID, LINE, LINE));

        OrderView order = client.orders().find(ID).orElseThrow();

        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.total()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(order.lines())
                .singleElement()
                .extracting(OrderView.Line::lineId)
                .isEqualTo(LINE);
        assertThat(order.payment()).isNull();
        assertThat(order.version()).isEqualTo(4);
        assertThat(queries.asked().get(0).header("Idempotency-key")).isNull();
    }

    @Test
    void what_is_not_there_is_empty_and_a_wrong_address_is_not() {
        queries.thenProblem(404, "ORDER_NOT_FOUND")
                .thenProblem(404, "STOCK_NOT_FOUND")
                .then(404, "<html>");

        assertThat(client.orders().find(ID)).isEmpty();
        assertThat(client.stock().find("A")).isEmpty();
        assertThatThrownBy(() -> client.customers().find(ID))
                .isInstanceOfSatisfying(
                        ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("HTTP_404"));
    }

    @Test
    void lists_are_filtered_and_paged() {
        String empty = "{\"items\":[],\"total\":7,\"page\":3,\"pageSize\":3,\"totalPages\":3}";
        queries.then(200, empty).then(200, empty).then(200, empty);

        Page<OrderSummary> page = client.orders()
                .list(OrderFilter.all()
                        .in(OrderStatus.CONFIRMED)
                        .of(ID)
                        .orderedBetween(Instant.parse("2026-01-01T00:00:00Z"), null)
                        .sortedBy("-total")
                        .page(3, 3));
        client.customers().orders(ID, Set.of(OrderStatus.SHIPPED), 1, 20);
        client.stock().list(5L, 1, 100);

        assertThat(page).isEqualTo(new Page<OrderSummary>(List.of(), 7, 3, 3, 3));
        assertThat(queries.asked().stream().map(FakeService.Asked::uri))
                .containsExactly(
                        "/api/v1/orders?status=CONFIRMED&customerId=" + ID
                                + "&from=2026-01-01T00%3A00%3A00Z&sort=-total&page=3&pageSize=3",
                        "/api/v1/customers/" + ID + "/orders?status=SHIPPED&page=1&pageSize=20",
                        "/api/v1/stock?low=5&page=1&pageSize=100");
    }

    @Test
    void a_problem_keeps_its_code_and_violations() {
        commands.then(
                400,
                """
                {"type":"urn:orderflow:problem:validation-failed","title":"The request is not valid","status":400,
                 "detail":"two things","code":"VALIDATION_FAILED",
                 "violations":[{"pointer":"/items/0/quantity","detail":"must be at least 1"}]}
                """);

        assertThatThrownBy(() -> client.orders().addItem(ID, MUG)).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.is("VALIDATION_FAILED")).isTrue();
            assertThat(problem.detail()).isEqualTo("two things");
            assertThat(problem.violations())
                    .containsExactly(new Violation("/items/0/quantity", null, "must be at least 1"));
        });
    }

    @Test
    void an_unreadable_answer_to_a_command_does_not_pass_as_success() {
        commands.then(200, "<html>");

        assertThatThrownBy(() -> client.orders().deliver(ID)).isInstanceOf(OutcomeUnknown.class);
    }
}
