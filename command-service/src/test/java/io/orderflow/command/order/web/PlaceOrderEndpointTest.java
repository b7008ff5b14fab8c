package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PlaceOrderEndpointTest extends EndpointTest {

    private static final String PLACEMENT = "/api/v1/orders/" + ID + "/placement";

    @Test
    void places_an_order() {
        MvcTestResult result = send(HttpMethod.POST, PLACEMENT, "{\"paymentToken\":\"tok_approve\"}");

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands()).isEqualTo(List.of(new PlaceOrder(UUID.fromString(ID), "tok_approve")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "4111", "\"a\\u0000\""})
    void answers_400_to_a_token_that_is_none(String token) {
        assertInvalid(send(HttpMethod.POST, PLACEMENT, "{\"paymentToken\":" + token + "}"), "/paymentToken");
    }

    @Test
    void answers_400_to_an_order_id_that_is_none() {
        assertInvalidParameter(
                send(HttpMethod.POST, "/api/v1/orders/42/placement", "{\"paymentToken\":\"t\"}"), "orderId");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_NOT_FOUND,404", "ORDER_NOT_PENDING,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, PLACEMENT, "{\"paymentToken\":\"t\"}"), status, code.name());
    }
}
