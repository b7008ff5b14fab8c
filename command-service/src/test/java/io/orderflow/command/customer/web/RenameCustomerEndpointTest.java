package io.orderflow.command.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.command.RenameCustomer;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
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

class RenameCustomerEndpointTest extends EndpointTest {

    private static final String NAME = "/api/v1/customers/" + ID + "/name";

    @Test
    void renames_a_customer() {
        MvcTestResult result = send(HttpMethod.PUT, NAME, "{\"name\":\"Ada L.\"}");

        assertAnswer(result, 200, "{\"customerId\":\"" + ID + "\",\"version\":7}");
        assertThat(gateway.commands()).isEqualTo(List.of(new RenameCustomer(UUID.fromString(ID), "Ada L.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"\\t\"", "7", "{}"})
    void answers_400_to_a_name_that_is_none(String name) {
        assertInvalid(send(HttpMethod.PUT, NAME, "{\"name\":" + name + "}"), "/name");
    }

    @Test
    void answers_400_to_an_id_that_is_none() {
        assertInvalidParameter(send(HttpMethod.PUT, "/api/v1/customers/42/name", "{\"name\":\"A\"}"), "customerId");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_NOT_FOUND,404", "CUSTOMER_ERASED,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.PUT, NAME, "{\"name\":\"A\"}"), status, code.name());
    }
}
