package io.orderflow.command.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.command.ChangeShippingAddress;
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

class ChangeShippingAddressEndpointTest extends EndpointTest {

    private static final String ADDRESS_OF = "/api/v1/orders/" + ID + "/shipping-address";
    private static final String ADDRESS = "{\"recipient\":\"Zoë 😀\",\"street\":\"Rue 2\",\"postalCode\":\"75001\","
            + "\"city\":\"Paris\",\"country\":\"France\"}";

    @Test
    void replaces_the_address() {
        MvcTestResult result = send(HttpMethod.PUT, ADDRESS_OF, ADDRESS);

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands())
                .isEqualTo(List.of(new ChangeShippingAddress(
                        UUID.fromString(ID), new Address("Zoë 😀", "Rue 2", "75001", "Paris", null, "France"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient", "street", "postalCode", "city", "country"})
    void answers_400_to_an_address_without(String property) {
        assertInvalid(
                send(HttpMethod.PUT, ADDRESS_OF, ADDRESS.replaceFirst("(\"" + property + "\":)\"[^\"]*\"", "$1null")),
                "/" + property);
    }

    @Test
    void answers_400_to_a_region_that_is_blank() {
        assertInvalid(
                send(HttpMethod.PUT, ADDRESS_OF, ADDRESS.replace("\"city\"", "\"region\":\"\",\"city\"")), "/region");
    }

    @Test
    void answers_400_to_an_order_id_that_is_none() {
        assertInvalidParameter(send(HttpMethod.PUT, "/api/v1/orders/42/shipping-address", ADDRESS), "orderId");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_NOT_FOUND,404", "ORDER_NOT_PENDING,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.PUT, ADDRESS_OF, ADDRESS), status, code.name());
    }
}
