package io.orderflow.command.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.command.RegisterCustomer;
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

class RegisterCustomerEndpointTest extends EndpointTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String ADA = "{\"customerId\":\"" + ID + "\",\"name\":\"Ada\",\"email\":\"ada@example.org\"}";

    @Test
    void registers_a_customer_with_201_and_its_location() {
        MvcTestResult result = send(HttpMethod.POST, CUSTOMERS, ADA);

        assertAnswer(result, 201, "{\"customerId\":\"" + ID + "\",\"version\":7}");
        assertThat(result).headers().hasValue("Location", CUSTOMERS + "/" + ID);
        assertThat(gateway.commands())
                .isEqualTo(List.of(new RegisterCustomer(UUID.fromString(ID), "Ada", "ada@example.org")));
    }

    @Test
    void gives_an_id_to_a_customer_who_comes_without() {
        assertThat(send(HttpMethod.POST, CUSTOMERS, ADA.replace("\"" + ID + "\"", "null")))
                .hasStatus(201);

        assertThat(((RegisterCustomer) gateway.message().getPayload())
                        .customerId()
                        .version())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Ada\"|\"\"|/name",
                "\"Ada\"|null|/name",
                "\"Ada\"|[\"Ada\"]|/name",
                "\"ada@example.org\"|\"ada\"|/email",
                "\"ada@example.org\"|null|/email",
                "\"name\"|\"nickname\":\"A\",\"name\"|/nickname"
            })
    void answers_400_naming_what_is_invalid(String found, String replacement, String pointer) {
        assertInvalid(send(HttpMethod.POST, CUSTOMERS, ADA.replace(found, replacement)), pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "", "1-1-1-1-1"})
    void answers_400_to_an_id_that_is_none(String id) {
        assertInvalid(send(HttpMethod.POST, CUSTOMERS, ADA.replace(ID, id)), "/customerId");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_ALREADY_REGISTERED,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, CUSTOMERS, ADA), status, code.name());
    }
}
