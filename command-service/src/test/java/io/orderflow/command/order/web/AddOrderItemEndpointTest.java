package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AddOrderItemEndpointTest extends EndpointTest {

    private static final String ITEMS = "/api/v1/orders/" + ID + "/items";
    private static final String ITEM = "{\"lineId\":\"" + OTHER_ID + "\",\"sku\":\"A-1\",\"productName\":\"Anvil\","
            + "\"quantity\":2,\"unitPrice\":{\"amount\":\"0\",\"currency\":\"JPY\"}}";

    @Test
    void adds_a_line_with_200_and_no_location() {
        MvcTestResult result = send(HttpMethod.POST, ITEMS, ITEM);

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(result).headers().doesNotContainHeader("Location");
        assertThat(gateway.commands())
                .isEqualTo(List.of(new AddOrderItem(
                        UUID.fromString(ID),
                        new OrderLine(
                                UUID.fromString(OTHER_ID), "A-1", "Anvil", 2, new Money(new BigDecimal("0"), "JPY")))));
    }

    @Test
    void gives_an_id_to_a_line_that_comes_without() {
        assertThat(send(HttpMethod.POST, ITEMS, ITEM.replace("\"" + OTHER_ID + "\"", "null")))
                .hasStatusOk();

        assertThat(((AddOrderItem) gateway.message().getPayload())
                        .line()
                        .lineId()
                        .version())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"quantity\":2|\"quantity\":0|/quantity",
                "\"quantity\":2|\"quantity\":1000001|/quantity",
                "\"A-1\"|null|/sku",
                "\"Anvil\"|\"\"|/productName",
                "\"0\"|\"0.0000001\"|/unitPrice/amount",
                "JPY|YEN|/unitPrice/currency",
                "\"lineId\"|\"id\"|/id"
            })
    void answers_400_naming_what_is_invalid(String found, String replacement, String pointer) {
        assertInvalid(send(HttpMethod.POST, ITEMS, ITEM.replace(found, replacement)), pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "1-1-1-1-1"})
    void answers_400_to_an_order_id_that_is_none(String id) {
        assertInvalidParameter(send(HttpMethod.POST, "/api/v1/orders/" + id + "/items", ITEM), "orderId");
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_NOT_FOUND,404",
        "ORDER_NOT_PENDING,409",
        "LINE_ALREADY_EXISTS,409",
        "CURRENCY_MISMATCH,422",
        "TOO_MANY_LINES,422"
    })
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, ITEMS, ITEM), status, code.name());
    }
}
