package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CancelOrderEndpointTest extends EndpointTest {

    private static final String ORDER = "/api/v1/orders/" + ID;
    private static final String CANCELLATION = ORDER + "/cancellation";

    @Test
    void cancels_an_order() {
        MvcTestResult result = send(HttpMethod.POST, CANCELLATION, "{\"reason\":\"too late\"}");

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands()).isEqualTo(List.of(new CancelOrder(UUID.fromString(ID), "too late")));
    }

    @Test
    void cancels_an_order_that_is_deleted() {
        MvcTestResult result =
                send(request -> request.uri(ORDER + "?reason={reason}", "zu spät & teuer"), HttpMethod.DELETE);

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands()).isEqualTo(List.of(new CancelOrder(UUID.fromString(ID), "zu spät & teuer")));
    }

    @Test
    void answers_400_to_a_parameter_that_the_route_does_not_have() {
        assertInvalidParameter(send(HttpMethod.DELETE, ORDER + "?reason=late&reasn=later"), "reasn");
        assertInvalidParameter(send(HttpMethod.DELETE, ORDER + "?why=this"), "why");
        assertInvalidParameter(send(HttpMethod.POST, CANCELLATION + "?force=true", "{\"reason\":\"late\"}"), "force");
        assertThat(gateway.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "1", "\"a\\nb\"", "\"\\udfff\""})
    void answers_400_to_a_reason_that_is_none(String reason) {
        assertInvalid(send(HttpMethod.POST, CANCELLATION, "{\"reason\":" + reason + "}"), "/reason");
    }

    @Test
    void takes_a_reason_of_500_characters_and_not_of_501() {
        assertInvalid(send(HttpMethod.POST, CANCELLATION, "{\"reason\":\"" + "a".repeat(501) + "\"}"), "/reason");
        assertInvalidParameter(send(HttpMethod.DELETE, ORDER + "?reason=" + "a".repeat(501)), "reason");

        assertThat(send(HttpMethod.POST, CANCELLATION, "{\"reason\":\"" + "a".repeat(500) + "\"}"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?reason", "?reason=", "?reason=%20", "?reason=a%00b"})
    void answers_400_to_a_deletion_without_a_reason(String query) {
        MvcTestResult result = send(request -> request.uri(URI.create(ORDER + query)), HttpMethod.DELETE);

        assertInvalidParameter(result, "reason");
    }

    @Test
    void answers_400_to_an_order_id_that_is_none() {
        assertInvalidParameter(send(HttpMethod.DELETE, "/api/v1/orders/42?reason=a"), "orderId");
        assertInvalidParameter(
                send(HttpMethod.POST, "/api/v1/orders/42/cancellation", "{\"reason\":\"a\"}"), "orderId");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_NOT_FOUND,404", "ORDER_NOT_CANCELLABLE,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.DELETE, ORDER + "?reason=a"), status, code.name());
    }
}
