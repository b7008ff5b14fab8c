package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.MarkDelivered;
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

class MarkDeliveredEndpointTest extends EndpointTest {

    private static final String DELIVERY = "/api/v1/orders/" + ID + "/delivery";

    @Test
    void marks_an_order_as_delivered() {
        assertAnswer(send(HttpMethod.POST, DELIVERY), 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands()).isEqualTo(List.of(new MarkDelivered(UUID.fromString(ID))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void takes_a_body_that_says_nothing(String body) {
        assertThat(send(HttpMethod.POST, DELIVERY, body)).hasStatusOk();
    }

    @Test
    void answers_400_to_a_body_that_says_something() {
        assertInvalid(send(HttpMethod.POST, DELIVERY, "{\"deliveredAt\":\"now\"}"), "/deliveredAt");
    }

    @Test
    void answers_400_to_an_order_id_that_is_none() {
        MvcTestResult result = send(HttpMethod.POST, "/api/v1/orders/42/delivery");

        assertInvalidParameter(result, "orderId");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_NOT_FOUND,404", "ORDER_NOT_DELIVERABLE,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, DELIVERY), status, code.name());
    }
}
