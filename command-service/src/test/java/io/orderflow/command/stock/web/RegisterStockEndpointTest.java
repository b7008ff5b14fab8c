package io.orderflow.command.stock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RegisterStockEndpointTest extends EndpointTest {

    private static final String STOCK = "/api/v1/stock";
    private static final String ANVILS = "{\"sku\":\"A/1 ü\",\"productName\":\"Anvil\",\"onHand\":1000000000}";

    @Test
    void registers_stock_with_201_and_its_location() {
        MvcTestResult result = send(HttpMethod.POST, STOCK, ANVILS);

        assertAnswer(result, 201, "{\"sku\":\"A/1 ü\",\"version\":7}");
        assertThat(result).headers().hasValue("Location", "/api/v1/stock/A%2F1%20%C3%BC");
        assertThat(gateway.commands()).isEqualTo(List.of(new RegisterStock("A/1 ü", "Anvil", 1_000_000_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1000000000|1000000001|/onHand",
                "1000000000|-1|/onHand",
                "1000000000|1.5|/onHand",
                "1000000000|\"1\"|/onHand",
                "1000000000|1e400|/onHand",
                "1000000000|99999999999999999999|/onHand",
                "1000000000|null|/onHand",
                "\"A/1 ü\"|\"A \"|/sku",
                "\"A/1 ü\"|null|/sku",
                "\"Anvil\"|\"\"|/productName",
                "\"onHand\"|\"reserved\":1,\"onHand\"|/reserved"
            })
    void answers_400_naming_what_is_invalid(String found, String replacement, String pointer) {
        assertInvalid(send(HttpMethod.POST, STOCK, ANVILS.replace(found, replacement)), pointer);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000})
    void answers_400_to_a_sku_that_is_too_long(int length) {
        assertInvalid(send(HttpMethod.POST, STOCK, ANVILS.replace("A/1 ü", "A".repeat(length))), "/sku");
    }

    @ParameterizedTest
    @CsvSource({"STOCK_ALREADY_REGISTERED,409"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, STOCK, ANVILS), status, code.name());
    }
}
