package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.metadata.MetadataKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessCommandsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Queue<CommandMessage<?>> handled = new ConcurrentLinkedQueue<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final ProcessCommands commands = new ProcessCommands(
            DefaultCommandGateway.builder().commandBus(bus).build(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void subscribe() {
        bus.registerHandlerInterceptor(new RefusalInterceptor());
        bus.subscribe(Work.class.getName(), message -> {
            ((Work) message.getPayload()).task().run();
            handled.add(message);
            return null;
        });
    }

    @AfterEach
    void stop() {
        commands.destroy();
    }

    @Test
    void waits_until_every_command_is_carried_out_and_says_who_sent_them() {
        commands.sendAll("some-process", List.of(new Work(() -> {}), new Work(() -> {})));

        assertThat(handled).hasSize(2).allSatisfy(message -> assertThat(message.getMetaData())
                .containsEntry(MetadataKeys.USER_ID, "some-process")
                .containsEntry(MetadataKeys.ISSUED_AT, NOW.toString()));
    }

    @Test
    void a_command_does_not_run_in_the_unit_of_work_of_the_event_that_led_to_it() {
        UnitOfWork<?> eventHandling = DefaultUnitOfWork.startAndGet(null);
        Thread handler = Thread.currentThread();
        try {
            commands.send("some-process", new Work(() -> {
                assertThat(Thread.currentThread()).isNotSameAs(handler);
                assertThat(CurrentUnitOfWork.get()).isNotSameAs(eventHandling);
                assertThat(CurrentUnitOfWork.get().parent()).isEmpty();
            }));
            assertThat(handled).hasSize(1);
        } finally {
            eventHandling.rollback();
        }
    }

    @Test
    void passes_over_a_refusal_because_repeating_the_event_would_not_change_it() {
        Work refused = new Work(() -> {
            throw new RuleViolated(ErrorCode.ORDER_NOT_PENDING, "no");
        });

        assertThatCode(() -> commands.send("some-process", refused)).doesNotThrowAnyException();
    }

    @Test
    void passes_a_failure_on_so_that_the_event_is_handled_again() {
        Work failing = new Work(() -> {
            throw new IllegalStateException("the store is away");
        });

        assertThatThrownBy(() -> commands.sendAll("some-process", List.of(failing, new Work(() -> {}))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is away");
        assertThat(handled).as("the others are carried out all the same").hasSize(1);
    }

    private record Work(Runnable task) {}
}
