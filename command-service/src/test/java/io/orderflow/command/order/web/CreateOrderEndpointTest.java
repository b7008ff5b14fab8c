package io.orderflow.command.order.web;

import static io.orderflow.command.platform.dispatch.EndpointSlice.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.Placement;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

class CreateOrderEndpointTest extends EndpointTest {

    private static final String ORDERS = "/api/v1/orders";

    private static final String ORDER =
            """
            {"orderId":"0192d3c8-0000-7000-8000-000000000001",
             "customerId":"0192d3c8-0000-7000-8000-000000000002",
             "currency":"EUR",
             "items":[{"lineId":"0192d3c8-0000-7000-8000-000000000003","sku":"A-1","productName":"Anvil","quantity":2,
                       "unitPrice":{"amount":"12.345678","currency":"EUR"}}],
             "shippingAddress":{"recipient":"Ada","street":"Main St 1","postalCode":"1000","city":"Graz",
                                "region":"Styria","country":"AT"},
             "orderedAt":"2026-02-28T10:00:00+01:00"}""";

    @Test
    void creates_an_order_with_201_and_its_location() {
        MvcTestResult result = post(ORDER);

        assertAnswer(result, 201, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(result).headers().hasValue("Location", ORDERS + "/" + ID);
        assertThat(gateway.commands())
                .isEqualTo(List.of(new CreateOrder(
                        UUID.fromString(ID),
                        UUID.fromString(OTHER_ID),
                        "EUR",
                        List.of(new OrderLine(
                                UUID.fromString("0192d3c8-0000-7000-8000-000000000003"),
                                "A-1",
                                "Anvil",
                                2,
                                new Money(new BigDecimal("12.345678"), "EUR"))),
                        new Address("Ada", "Main St 1", "1000", "Graz", "Styria", "AT"),
                        Instant.parse("2026-02-28T09:00:00Z"),
                        null,
                        NOW.plus(Duration.ofHours(24)))));
    }

    @Test
    void gives_ids_and_the_time_to_an_order_that_comes_without() {
        MvcTestResult result = post(without("orderId", "orderedAt", "lineId", "region"));

        CreateOrder command = (CreateOrder) gateway.message().getPayload();
        assertAnswer(result, 201, "{\"orderId\":\"" + command.orderId() + "\",\"version\":7}");
        assertThat(command.orderId().version()).isEqualTo(7);
        assertThat(command.lines().get(0).lineId().version()).isEqualTo(7);
        assertThat(command.orderedAt()).isEqualTo(NOW);
        assertThat(command.shippingAddress().region()).isNull();
    }

    @Test
    void places_an_order_at_once_which_then_does_not_expire() {
        assertThat(post(ORDER.replace(
                        "\"currency\":\"EUR\",\n",
                        "\"currency\":\"EUR\",\"place\":true,\"paymentToken\":\"tok_approve\",")))
                .hasStatus(201);

        CreateOrder command = (CreateOrder) gateway.message().getPayload();
        assertThat(command.placement()).isEqualTo(new Placement("tok_approve"));
        assertThat(command.expiresAt()).isNull();
    }

    @Test
    void takes_a_time_that_is_a_little_ahead_for_now() {
        assertThat(post(ORDER.replace("2026-02-28T10:00:00+01:00", "2026-03-01T12:00:05Z")))
                .hasStatus(201);

        assertThat(((CreateOrder) gateway.message().getPayload()).orderedAt()).isEqualTo(NOW);
    }

    static Stream<Arguments> invalid() {
        String item = ORDER.substring(ORDER.indexOf("[{") + 1, ORDER.indexOf("}}]") + 2);
        return Stream.of(
                replaced("\"quantity\":2", "\"quantity\":0", "/items/0/quantity"),
                replaced("\"quantity\":2", "\"quantity\":-1", "/items/0/quantity"),
                replaced("\"quantity\":2", "\"quantity\":1000001", "/items/0/quantity"),
                replaced("\"quantity\":2", "\"quantity\":1e400", "/items/0/quantity"),
                replaced("\"quantity\":2", "\"quantity\":2.0", "/items/0/quantity"),
                replaced("\"quantity\":2", "\"quantity\":\"2\"", "/items/0/quantity"),
                replaced("\"quantity\":2", "\"quantity\":null", "/items/0/quantity"),
                replaced("\"quantity\":2,", "", "/items/0/quantity"),
                replaced("\"12.345678\"", "\"12.3456789\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "12.34", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"-1\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"1e3\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"1e999999999\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"NaN\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\" 1\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"1,5\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"\u0661\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "\"1000000000.000001\"", "/items/0/unitPrice/amount"),
                replaced("\"12.345678\"", "null", "/items/0/unitPrice/amount"),
                replaced("\"currency\":\"EUR\"}", "\"currency\":\"EUX\"}", "/items/0/unitPrice/currency"),
                replaced("{\"amount\":\"12.345678\",\"currency\":\"EUR\"}", "\"12.34\"", "/items/0/unitPrice"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"EUX\",", "/currency"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"eur\",", "/currency"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"XXX\",", "/currency"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"XAU\",", "/currency"),
                replaced("\"currency\":\"EUR\",\n", "", "/currency"),
                replaced(item, "", "/items"),
                replaced("[" + item + "]", "null", "/items"),
                replaced("[" + item + "]", item, "/items"),
                replaced(item, "null", "/items/0"),
                replaced(
                        item,
                        item.replace("\"lineId\":\"0192d3c8-0000-7000-8000-000000000003\",", "")
                                + ("," + item).repeat(500),
                        "/items"),
                replaced("\"A-1\"", "\"\"", "/items/0/sku"),
                replaced("\"A-1\"", "\" A\"", "/items/0/sku"),
                replaced("\"A-1\"", "\"A\\u0000\"", "/items/0/sku"),
                replaced("\"A-1\"", "\"A\\ud800\"", "/items/0/sku"),
                replaced("\"A-1\"", "\"" + "A".repeat(65) + "\"", "/items/0/sku"),
                replaced("\"A-1\"", "7", "/items/0/sku"),
                replaced("\"Anvil\"", "\" \"", "/items/0/productName"),
                replaced("\"Anvil\"", "\"" + "A".repeat(201) + "\"", "/items/0/productName"),
                replaced("\"Ada\"", "\"" + "A".repeat(201) + "\"", "/shippingAddress/recipient"),
                replaced("\"Main St 1\"", "\"a\\tb\"", "/shippingAddress/street"),
                replaced("\"1000\"", "1000", "/shippingAddress/postalCode"),
                replaced("\"1000\"", "\"" + "1".repeat(21) + "\"", "/shippingAddress/postalCode"),
                replaced("\"Graz\"", "\"" + "A".repeat(101) + "\"", "/shippingAddress/city"),
                replaced("\"Styria\"", "\"" + "A".repeat(101) + "\"", "/shippingAddress/region"),
                replaced("\"country\":\"AT\"", "\"country\":null", "/shippingAddress/country"),
                replaced("\"country\":\"AT\"", "\"country\":\"AT\",\"planet\":\"Earth\"", "/shippingAddress/planet"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"EUR\",\"status\":\"SHIPPED\",", "/status"),
                replaced("\"orderId\":\"" + ID, "\"orderId\":\"42", "/orderId"),
                replaced("\"customerId\":\"" + OTHER_ID + "\"", "\"customerId\":null", "/customerId"),
                replaced("\"customerId\":\"" + OTHER_ID + "\"", "\"customerId\":\"" + OTHER_ID + "0\"", "/customerId"),
                replaced("2026-02-28T10:00:00+01:00", "2026-03-01T12:00:06Z", "/orderedAt"),
                replaced("2026-02-28T10:00:00+01:00", "1899-12-31T23:59:59Z", "/orderedAt"),
                replaced("2026-02-28T10:00:00+01:00", "+999999999-12-31T00:00:00Z", "/orderedAt"),
                replaced("2026-02-28T10:00:00+01:00", "yesterday", "/orderedAt"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"EUR\",\"place\":true,", "/paymentToken"),
                replaced(
                        "\"currency\":\"EUR\",\n",
                        "\"currency\":\"EUR\",\"paymentToken\":\"tok_approve\",",
                        "/paymentToken"),
                replaced(
                        "\"currency\":\"EUR\",\n",
                        "\"currency\":\"EUR\",\"place\":true,\"paymentToken\":\"" + "t".repeat(101) + "\",",
                        "/paymentToken"),
                replaced("\"currency\":\"EUR\",\n", "\"currency\":\"EUR\",\"place\":\"yes\",", "/place"),
                Arguments.of("[]", ""));
    }

    private static Arguments replaced(String found, String replacement, String pointer) {
        assertThat(ORDER).contains(found);
        return Arguments.of(ORDER.replace(found, replacement), pointer);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void answers_400_naming_what_is_invalid(String body, String pointer) {
        assertInvalid(post(body), pointer);
    }

    @Test
    void names_everything_that_is_missing_at_once() {
        JsonNode problem = assertProblem(post("{}"), 400, "VALIDATION_FAILED");

        assertThat(problem.get("violations"))
                .extracting(violation -> violation.get("pointer").asString())
                .containsExactly("/currency", "/customerId", "/items", "/shippingAddress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"currency\":\"EUR\",\"currency\":\"EUR\"}", "{\"items\":NaN}", "{} {}"})
    void answers_400_to_what_is_not_json(String body) {
        assertProblem(post(body), 400, "MALFORMED_REQUEST");
        assertThat(gateway.commands()).isEmpty();
    }

    @Test
    void answers_406_before_anything_has_happened() {
        MvcTestResult result = send(
                request -> request.uri(ORDERS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.TEXT_HTML)
                        .content(ORDER),
                HttpMethod.POST);

        assertProblem(result, 406, "NOT_ACCEPTABLE");
        assertThat(gateway.commands()).isEmpty();
    }

    @Test
    void answers_405_with_the_methods_there_are() {
        MvcTestResult result = send(HttpMethod.PUT, ORDERS, ORDER);

        assertProblem(result, 405, "METHOD_NOT_ALLOWED");
        assertThat(result).headers().hasValue("Allow", "POST");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_ALREADY_EXISTS,409", "CURRENCY_MISMATCH,422", "ORDER_TOTAL_TOO_LARGE,422"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(post(ORDER), status, code.name());
    }

    @Test
    void answers_413_to_a_body_that_says_it_is_too_large() {
        assertProblem(post(ORDER + " ".repeat(256 * 1024)), 413, "BODY_TOO_LARGE");
        assertThat(gateway.commands()).isEmpty();
    }

    @Test
    void answers_415_to_anything_but_json() {
        MvcTestResult result = send(
                request -> request.uri(ORDERS).contentType(MediaType.TEXT_PLAIN).content(ORDER), HttpMethod.POST);

        assertProblem(result, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(gateway.commands()).isEmpty();
    }

    private MvcTestResult post(String body) {
        return send(HttpMethod.POST, ORDERS, body);
    }

    private static String without(String... properties) {
        String order = ORDER;
        for (String property : properties) {
            String shorter = order.replaceAll("\"" + property + "\":\"[^\"]*\",?", "");
            assertThat(shorter).isNotEqualTo(order);
            order = shorter;
        }
        return order.replaceAll(",\\s*}", "}");
    }
}
