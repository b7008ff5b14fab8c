package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.ChangeItemQuantity;
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

class ChangeItemQuantityEndpointTest extends EndpointTest {

    private static final String ITEM = "/api/v1/orders/" + ID + "/items/" + OTHER_ID;

    @Test
    void changes_a_quantity() {
        MvcTestResult result = send(HttpMethod.PATCH, ITEM, "{\"quantity\":1000000}");

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands())
                .isEqualTo(List.of(new ChangeItemQuantity(UUID.fromString(ID), UUID.fromString(OTHER_ID), 1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "1e400", "1.5", "\"1\"", "null", "[1]", "99999999999"})
    void answers_400_to_a_quantity_that_is_none(String quantity) {
        assertInvalid(send(HttpMethod.PATCH, ITEM, "{\"quantity\":" + quantity + "}"), "/quantity");
    }

    @Test
    void answers_400_to_a_property_that_cannot_be_changed() {
        assertInvalid(send(HttpMethod.PATCH, ITEM, "{\"quantity\":1,\"sku\":\"B\"}"), "/sku");
    }

    @ParameterizedTest
    @CsvSource({"42," + OTHER_ID + ",orderId", ID + ",42,lineId"})
    void answers_400_to_an_id_that_is_none(String orderId, String lineId, String parameter) {
        String path = "/api/v1/orders/" + orderId + "/items/" + lineId;

        assertInvalidParameter(send(HttpMethod.PATCH, path, "{\"quantity\":1}"), parameter);
    }

    @Test
    void answers_405_to_another_method() {
        MvcTestResult result = send(HttpMethod.PUT, ITEM, "{\"quantity\":1}");

        assertProblem(result, 405, "METHOD_NOT_ALLOWED");
        assertThat(result.getResponse().getHeader("Allow")).contains("PATCH", "DELETE");
    }

    @ParameterizedTest
    @CsvSource({"LINE_NOT_FOUND,404", "ORDER_NOT_PENDING,409", "ORDER_TOTAL_TOO_LARGE,422"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.PATCH, ITEM, "{\"quantity\":1}"), status, code.name());
    }
}
