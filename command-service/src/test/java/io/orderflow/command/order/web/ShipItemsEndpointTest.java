package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.ShipItems;
import io.orderflow.command.platform.dispatch.EndpointSlice;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ShipItemsEndpointTest extends EndpointTest {

    private static final String SHIPMENTS = "/api/v1/orders/" + ID + "/shipments";
    private static final String SHIPMENT = "{\"items\":[{\"lineId\":\"" + OTHER_ID + "\",\"quantity\":3}],"
            + "\"carrier\":\"Post\",\"trackingNumber\":\"T-1\",\"shippedAt\":\"2017-11-08T00:00:00.123456789Z\"}";

    @Test
    void ships_items() {
        MvcTestResult result = send(HttpMethod.POST, SHIPMENTS, SHIPMENT);

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        ShipItems command = (ShipItems) gateway.message().getPayload();
        assertThat(command.shipmentId().version()).isEqualTo(7);
        assertThat(command)
                .isEqualTo(new ShipItems(
                        UUID.fromString(ID),
                        command.shipmentId(),
                        List.of(new ShipItems.Item(UUID.fromString(OTHER_ID), 3)),
                        "Post",
                        "T-1",
                        Instant.parse("2017-11-08T00:00:00.123456Z")));
    }

    @Test
    void takes_a_shipment_without_a_time_for_one_of_now() {
        send(HttpMethod.POST, SHIPMENTS, SHIPMENT.replaceFirst(",\"shippedAt\":\"[^\"]*\"", ""));

        assertThat(((ShipItems) gateway.message().getPayload()).shippedAt()).isEqualTo(EndpointSlice.NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"quantity\":3|\"quantity\":0|/items/0/quantity",
                "\"quantity\":3|\"quantity\":null|/items/0/quantity",
                "\"quantity\":3|\"quantity\":3,\"sku\":\"A\"|/items/0/sku",
                "0192d3c8|x|/items/0/lineId",
                "\"Post\"|\" \"|/carrier",
                "\"T-1\"|null|/trackingNumber",
                "2017-11-08T00:00:00.123456789Z|2027-11-08T00:00:00Z|/shippedAt",
                "2017-11-08T00:00:00.123456789Z|1017-11-08T00:00:00Z|/shippedAt",
                "2017-11-08T00:00:00.123456789Z|2017-11-08|/shippedAt"
            })
    void answers_400_naming_what_is_invalid(String found, String replacement, String pointer) {
        assertInvalid(send(HttpMethod.POST, SHIPMENTS, SHIPMENT.replace(found, replacement)), pointer);
    }

    @Test
    void answers_400_to_a_shipment_of_nothing() {
        assertInvalid(send(HttpMethod.POST, SHIPMENTS, SHIPMENT.replaceFirst("\\[.*]", "[]")), "/items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "null"})
    void answers_400_to_an_order_id_that_is_none(String id) {
        assertInvalidParameter(send(HttpMethod.POST, "/api/v1/orders/" + id + "/shipments", SHIPMENT), "orderId");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_NOT_FOUND,404", "LINE_NOT_FOUND,404", "ORDER_NOT_SHIPPABLE,409", "SHIPMENT_EXCEEDS_ORDER,422"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, SHIPMENTS, SHIPMENT), status, code.name());
    }
}
