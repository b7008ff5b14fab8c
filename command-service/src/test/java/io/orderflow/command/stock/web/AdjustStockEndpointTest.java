package io.orderflow.command.stock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.command.platform.dispatch.EndpointTest;
import java.net.URI;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AdjustStockEndpointTest extends EndpointTest {

    private static final String ADJUSTMENTS = "/api/v1/stock/A-1/adjustments";
    private static final String BROKEN = "{\"delta\":-3,\"reason\":\"broken\"}";

    @Test
    void adjusts_stock() {
        MvcTestResult result = send(HttpMethod.POST, ADJUSTMENTS, BROKEN);

        assertAnswer(result, 200, "{\"sku\":\"A-1\",\"version\":7}");
        assertThat(gateway.commands()).isEqualTo(List.of(new AdjustStock("A-1", -3, "broken")));
    }

    @Test
    void takes_any_sku_in_the_path() {
        MvcTestResult result = send(
                request -> request.uri(URI.create("/api/v1/stock/A%2F1%20%C3%BC/adjustments"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BROKEN),
                HttpMethod.POST);

        assertThat(result).hasStatusOk();
        assertThat(gateway.commands()).isEqualTo(List.of(new AdjustStock("A/1 ü", -3, "broken")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-3|0|/delta",
                "-3|1000000001|/delta",
                "-3|-1000000001|/delta",
                "-3|null|/delta",
                "-3|0.5|/delta",
                "\"broken\"|\"\"|/reason",
                "\"broken\"|null|/reason"
            })
    void answers_400_naming_what_is_invalid(String found, String replacement, String pointer) {
        assertInvalid(send(HttpMethod.POST, ADJUSTMENTS, BROKEN.replace(found, replacement)), pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20A", "A%00", "%20", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void answers_400_to_a_sku_that_is_none(String sku) {
        MvcTestResult result = send(
                request -> request.uri(URI.create("/api/v1/stock/" + sku + "/adjustments"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BROKEN),
                HttpMethod.POST);

        assertInvalidParameter(result, "sku");
    }

    @Test
    void names_the_body_when_the_body_is_wrong() {
        assertInvalid(send(HttpMethod.POST, ADJUSTMENTS, "{\"delta\":1,\"reason\":\" \"}"), "/reason");
    }

    @ParameterizedTest
    @CsvSource({"STOCK_NOT_FOUND,404", "STOCK_BELOW_PROMISED,409", "STOCK_TOO_LARGE,422"})
    void answers_a_broken_rule_with_its_status(ErrorCode code, int status) {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(code, "why")));

        assertProblem(send(HttpMethod.POST, ADJUSTMENTS, BROKEN), status, code.name());
    }
}
