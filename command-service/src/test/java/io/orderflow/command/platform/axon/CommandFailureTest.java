package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.platform.axon.SerializationConfiguration;
import io.orderflow.platform.eventstore.AppendOutcomeUnknown;
import io.orderflow.platform.problem.Outage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a handler throws crosses to a sender in another process as details, which are JSON. */
class CommandFailureTest {

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final DescribingCommandBus bus = new DescribingCommandBus(SimpleCommandBus.builder());

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new ConcurrencyException("another was first"), ConcurrencyException.class),
                arguments(ofAppend(Status.OUT_OF_RANGE, "AXONIQ-2000"), ConcurrencyException.class),
                arguments(new AggregateNotFoundException("order-1", "none"), AggregateNotFoundException.class),
                arguments(new LockAcquisitionFailedException("too many"), LockAcquisitionFailedException.class),
                arguments(ofAppend(Status.UNAVAILABLE, "AXONIQ-0001"), AppendOutcomeUnknown.class),
                arguments(new ExecutionException("Timeout", new TimeoutException()), AppendOutcomeUnknown.class),
                arguments(
                        new EventStoreException("reading", ofAppend(Status.UNAVAILABLE, "AXONIQ-0001")),
                        DataAccessResourceFailureException.class),
                arguments(ofAppend(Status.INTERNAL, "AXONIQ-9100"), IllegalStateException.class),
                arguments(new NullPointerException(), IllegalStateException.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_means_the_same_on_the_other_side(Exception thrown, Class<?> seen) throws Exception {
        CommandExecutionException sent =
                (CommandExecutionException) result(thrown).exceptionResult();
        assertThat(sent.getCause()).isNull();

        CommandFailure received = throughJson(sent.<CommandFailure>getDetails().orElseThrow());
        RuntimeException restored = received.asException(sent);

        assertThat(restored).isExactlyInstanceOf(seen);
        assertThat(Outage.isCauseOf(restored))
                .isEqualTo(restored instanceof DataAccessResourceFailureException
                        || restored instanceof LockAcquisitionFailedException);
    }

    @Test
    void a_refusal_keeps_the_details_it_has() throws Exception {
        CommandExecutionException refused = new CommandExecutionException(
                "no", null, new RuleViolated(ErrorCode.LAST_LINE, "one is left").refusal());

        Throwable sent = result(refused).exceptionResult();

        assertThat(((CommandExecutionException) sent).<Refusal>getDetails().map(Refusal::code))
                .hasValue(ErrorCode.LAST_LINE);
    }

    private CommandResultMessage<?> result(Exception thrown) throws Exception {
        bus.subscribe(String.class.getName(), command -> {
            throw thrown;
        });
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage("do it"), (command, outcome) -> result.complete(outcome));
        return result.get();
    }

    private static CommandFailure throughJson(CommandFailure failure) {
        try (var context = new AnnotationConfigApplicationContext(SerializationConfiguration.class)) {
            Serializer json = context.getBean("messageSerializer", Serializer.class);
            return json.deserialize(json.serialize(failure, byte[].class));
        }
    }

    private static StatusRuntimeException ofAppend(Status status, String code) {
        Metadata trailers = new Metadata();
        trailers.put(ERROR_CODE, code);
        return new StatusRuntimeException(status, trailers);
    }
}
