package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.RemoveOrderItem;
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

class RemoveOrderItemEndpointTest extends EndpointTest {

    private static final String ITEM = "/api/v1/orders/" + ID + "/items/" + OTHER_ID;

    @Test
    void removes_a_line() {
        MvcTestResult result = send(HttpMethod.DELETE, ITEM);

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands())
                .isEqualTo(List.of(new RemoveOrderItem(UUID.fromString(ID), UUID.fromString(OTHER_ID))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "0192d3c8-0000-7000-8000-00000000000g"})
    void answers_400_to_a_line_id_that_is_none(String lineId) {
        assertInvalidParameter(send(HttpMethod.DELETE, "/api/v1/orders/" + ID + "/items/" + lineId), "lineId");
    }

    @ParameterizedTest
    @CsvSource({"LINE_NOT_FOUND,404", "ORDER_NOT_PENDING,409", "LAST_LINE,422"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.DELETE, ITEM), status, code.name());
    }
}
