package io.orderflow.command.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.metadata.MetadataKeys;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CommandDispatcherTest extends EndpointTest {

    private static final String DELIVERY = "/api/v1/orders/" + ID + "/delivery";

    @Test
    void tells_the_command_who_asked_when_and_why() {
        Principal ada = () -> "ada";
        MvcTestResult result = send(
                request -> request.uri(DELIVERY).principal(ada).header("X-Correlation-Id", "basket-9"),
                HttpMethod.POST);

        assertThat(result).hasStatusOk();
        CommandMessage<?> message = gateway.message();
        assertThat(UUID.fromString(message.getIdentifier()).version()).isEqualTo(7);
        assertThat(Map.copyOf(message.getMetaData()))
                .isEqualTo(Map.of(
                        MetadataKeys.COMMAND_ID, message.getIdentifier(),
                        MetadataKeys.USER_ID, "ada",
                        MetadataKeys.CORRELATION_ID, "basket-9",
                        MetadataKeys.CAUSATION_ID, "basket-9",
                        MetadataKeys.ISSUED_AT, EndpointSlice.NOW.toString()));
    }

    @Test
    void calls_a_caller_without_a_name_anonymous_and_gives_the_request_an_id() {
        MvcTestResult result = send(HttpMethod.POST, DELIVERY);

        assertThat(gateway.message().getMetaData())
                .containsEntry(MetadataKeys.USER_ID, "anonymous")
                .containsEntry(MetadataKeys.CORRELATION_ID, result.getResponse().getHeader("X-Correlation-Id"));
    }

    @Test
    void passes_a_refusal_on_with_its_code_and_detail() {
        gateway.failWith(new CommandExecutionException(
                "no", null, new Refusal(ErrorCode.ORDER_NOT_DELIVERABLE, "the order is PENDING")));

        assertThat(assertProblem(send(HttpMethod.POST, DELIVERY), 409, "ORDER_NOT_DELIVERABLE")
                        .get("detail")
                        .asString())
                .isEqualTo("the order is PENDING");
    }

    @Test
    void tells_the_caller_that_a_version_was_not_the_one_expected_and_which_one_it_is() {
        gateway.failWith(new CommandExecutionException(
                "no", null, new Refusal(ErrorCode.VERSION_CONFLICT, "version 4 was expected, it is 5", 5L)));

        MvcTestResult result = send(request -> request.uri(DELIVERY).header("If-Match", "\"4\""), HttpMethod.POST);

        assertThat(assertProblem(result, 412, "VERSION_CONFLICT")
                        .get("currentVersion")
                        .asLong())
                .isEqualTo(5);
        assertThat(result).headers().hasValue("ETag", "\"5\"");
    }

    @Test
    void any_other_refusal_names_no_version() {
        gateway.failWith(new CommandExecutionException("no", null, new Refusal(ErrorCode.ORDER_NOT_DELIVERABLE, "no")));

        MvcTestResult result = send(HttpMethod.POST, DELIVERY);

        assertThat(assertProblem(result, 409, "ORDER_NOT_DELIVERABLE").has("currentVersion"))
                .isFalse();
        assertThat(result).headers().doesNotContainHeader("ETag");
    }

    @Test
    void an_answer_that_was_given_before_says_so_in_a_header_only() {
        gateway.answerAsRepeated(7);

        MvcTestResult result = send(HttpMethod.POST, DELIVERY);

        assertAnswer(result, 200, "{\"orderId\":\"" + ID + "\",\"version\":7}");
        assertThat(result).headers().hasValue("Idempotent-Replayed", "true");
    }

    @Test
    void says_which_kind_of_thing_was_not_found() {
        gateway.failWith(new AggregateNotFoundException(ID, "gone"));

        assertProblem(send(HttpMethod.POST, DELIVERY), 404, "ORDER_NOT_FOUND");
        assertProblem(
                send(HttpMethod.POST, "/api/v1/stock/A-1/adjustments", "{\"delta\":1,\"reason\":\"found\"}"),
                404,
                "STOCK_NOT_FOUND");
        assertProblem(
                send(HttpMethod.PUT, "/api/v1/customers/" + ID + "/name", "{\"name\":\"Ada\"}"),
                404,
                "CUSTOMER_NOT_FOUND");
    }

    @Test
    void answers_409_when_the_race_was_lost_to_the_end() {
        gateway.failWith(new ConcurrencyException("lost"));
        assertProblem(send(HttpMethod.POST, DELIVERY), 409, "CONCURRENT_CHANGE");

        gateway.failWith(new AggregateStreamCreationException("lost"));
        assertProblem(send(HttpMethod.POST, DELIVERY), 409, "CONCURRENT_CHANGE");
    }

    @Test
    void names_a_command_that_nobody_handles() {
        gateway.failWith(new NoHandlerForCommandException("nobody"));

        assertThat(assertProblem(send(HttpMethod.POST, DELIVERY), 500, "NO_HANDLER")
                        .get("detail")
                        .asString())
                .contains("MarkDelivered");
    }

    @Test
    void the_repetition_of_a_request_with_a_key_is_the_same_command() {
        String first = commandId("key-1", DELIVERY);

        assertThat(commandId("key-1", DELIVERY)).isEqualTo(first);
        assertThat(commandId("key-2", DELIVERY)).isNotEqualTo(first);
        assertThat(commandId("key-1", DELIVERY.replace(ID, OTHER_ID))).isNotEqualTo(first);
    }

    private String commandId(String key, String path) {
        MvcTestResult result = send(request -> request.uri(path).header("Idempotency-Key", key), HttpMethod.POST);
        return String.valueOf(result.getResponse().getHeader("X-Command-Id"));
    }

    @Test
    void answers_503_when_the_store_cannot_be_reached() {
        gateway.failWith(new EventStoreException("no", new DataAccessResourceFailureException("no")));

        MvcTestResult result = send(HttpMethod.POST, DELIVERY);

        assertProblem(result, 503, "UNAVAILABLE");
        assertThat(result).headers().hasValue("Retry-After", "1");
    }

    @Test
    void answers_500_without_the_cause_for_anything_else() {
        gateway.failWith(new IllegalStateException("secret"));

        assertThat(assertProblem(send(HttpMethod.POST, DELIVERY), 500, "INTERNAL_ERROR")
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void answers_500_for_a_failure_with_unknown_details() {
        gateway.failWith(new CommandExecutionException("secret", null, "unknown"));

        assertProblem(send(HttpMethod.POST, DELIVERY), 500, "INTERNAL_ERROR");
    }
}
