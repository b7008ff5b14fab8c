package io.orderflow.command.platform.openapi;

import static org.awaitility.Awaitility.await;

import io.orderflow.platform.openapi.ApiDocumentContract;
import io.orderflow.platform.openapi.Exchange;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The document of the command service. Its examples are one story, told to the whole service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class CommandApiDocumentTest extends ApiDocumentContract {

    private static final String ORDERS = "/api/v1/orders";
    private static final String ORDER = ORDERS + "/0190a8f0-0000-7000-8000-000000000001";
    private static final String OPEN = ORDERS + "/0190a8f0-0000-7000-8000-000000000003";
    private static final String UNKNOWN = ORDERS + "/0190a8f0-0000-7000-8000-0000000000ff";
    private static final String LINE = "/items/0190a8f0-0000-7000-8000-000000000011";
    private static final String UNKNOWN_LINE = "/items/0190a8f0-0000-7000-8000-0000000000ff";
    private static final String CUSTOMER = "/api/v1/customers/0190a8f0-0000-7000-8000-00000000000a/name";
    private static final String NEW_LINE = "addOrderItem.another-product";
    private static final String SHIPMENT = "shipItems.everything";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @LocalServerPort
    int port;

    CommandApiDocumentTest() {
        super("command-service");
    }

    @Override
    protected URI service() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    protected void play() {
        stockAndCustomers();
        anOrderFromItsCreationToItsDelivery();
        ordersThatAreCalledOff();
        requestsThatNobodyUnderstands();
        tell("getCommandOutcome.unknown");
    }

    private void stockAndCustomers() {
        tell("registerStock.a-product");
        tell("adjustStock.goods-received");
        tell("registerCustomer.a-customer");
        tell("renameCustomer.a-new-name");
        refuse("POST /api/v1/stock", "{\"sku\":\"DESK\",\"productName\":\"Table\",\"onHand\":1}");
        refuse("POST /api/v1/stock/SOFA/adjustments", "{\"delta\":1,\"reason\":\"found\"}");
        refuse("POST /api/v1/stock/DESK/adjustments", "{\"delta\":-100,\"reason\":\"burnt\"}");
        refuse("POST /api/v1/stock/DESK/adjustments", "{\"delta\":1000000000,\"reason\":\"found\"}");
        String key = "3f0e2c52-7a33-4b5e-9a51-0c7b9b1d2f60";
        send("POST /api/v1/stock", "{\"sku\":\"LAMP\",\"productName\":\"Lamp\",\"onHand\":5}");
        send("POST /api/v1/stock/LAMP/adjustments", "{\"delta\":1,\"reason\":\"found\"}", "Idempotency-Key", key);
        refuse("POST /api/v1/stock/LAMP/adjustments", "{\"delta\":2,\"reason\":\"found\"}", "Idempotency-Key", key);
        refuse(
                "POST /api/v1/customers",
                "{\"customerId\":\"0190a8f0-0000-7000-8000-00000000000a\",\"name\":\"Bob\",\"email\":\"bob@example.org\"}");
        refuse("PUT /api/v1/customers/0190a8f0-0000-7000-8000-0000000000ff/name", "{\"name\":\"Bob\"}");
        refuse("PUT " + CUSTOMER, "{\"name\":\"Ada Lovelace\"}", "If-Match", "\"0\"");
    }

    private void anOrderFromItsCreationToItsDelivery() {
        tell("createOrder.to-be-edited");
        tell(NEW_LINE);
        tell("changeItemQuantity.one-more");
        tell("removeOrderItem.a-line");
        tell("changeShippingAddress.another-address");
        tell("placeOrder.approved");
        refuse("POST " + ORDERS, body("createOrder.to-be-edited").replace("Berlin", "Paris"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> send("POST " + ORDER + "/shipments", body(SHIPMENT).replace(": 2", ": 3"))
                        .body()
                        .contains("SHIPMENT_EXCEEDS_ORDER"));
        refuse("POST " + ORDER + "/shipments", body(SHIPMENT).replace(": 2", ": 3"));
        tell(SHIPMENT);
        tell("markDelivered.arrived");
        refuse("POST " + ORDER + "/placement", body("placeOrder.approved"));
        refuse("POST " + ORDER + "/shipments", body(SHIPMENT));
        refuse("POST " + ORDER + "/delivery", null);
        refuse("POST " + ORDER + "/cancellation", body("cancelOrder.changed-mind"));
        refuse("POST " + UNKNOWN + "/delivery", null);
        tell("createOrder.placed-at-once");
    }

    private void ordersThatAreCalledOff() {
        String open = body("createOrder.to-be-edited");
        send("POST " + ORDERS, open.replace("000000000001", "000000000003"));
        send("POST " + ORDERS, open.replace("000000000001", "000000000004"));
        refuse("DELETE " + OPEN + LINE, null);
        refuse("DELETE " + OPEN + UNKNOWN_LINE, null);
        String line = body(NEW_LINE);
        refuse("POST " + OPEN + "/items", line.replace("EUR", "USD"));
        refuse("POST " + OPEN + "/items", line.replace("000000000012", "000000000011"));
        refuse("POST " + OPEN + "/items", line.replace("0.333333", "1000000000").replace(": 1,", ": 1000000,"));
        tell("cancelOrder.changed-mind");
        tell("deleteOrder.ordered-twice");
        String full = IntStream.range(0, 500)
                .mapToObj(i -> line.replace("000000000012", "%012d".formatted(1000 + i)))
                .collect(Collectors.joining(",", "\"items\":[", "],\"shippingAddress\""));
        String order = open.replaceAll("(?s)\"items\".*\"shippingAddress\"", full);
        send("POST " + ORDERS, order.replace("8000-000000000001", "8000-000000000005"));
        refuse("POST " + ORDERS + "/0190a8f0-0000-7000-8000-000000000005/items", line);
    }

    private void requestsThatNobodyUnderstands() {
        refuse("POST /api/v1/stock", "{\"sku\":\"SOFA\",\"productName\":\" \",\"onHand\":-1}");
        refuse("POST /api/v1/stock", "{\"sku\":");
        refuse("POST /api/v1/stock", "{\"sku\":\"" + "A".repeat(256 * 1024) + "\"}");
        refuse("POST /api/v1/stock", "<stock/>", "Content-Type", "application/xml");
        refuse("POST /api/v1/stock", body("registerStock.a-product"), "Accept", "text/csv");
    }

    private void tell(String example) {
        example(example, send(example));
    }

    private void refuse(String request, @Nullable String body, String... headers) {
        problem(send(request, body, headers));
    }

    private Exchange send(String request, @Nullable String body, String... headers) {
        return Exchange.send(service(), request, body, headers);
    }

    private String body(String example) {
        return Objects.requireNonNull(files.request(example), example);
    }
}
