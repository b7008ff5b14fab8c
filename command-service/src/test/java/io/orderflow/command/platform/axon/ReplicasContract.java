package io.orderflow.command.platform.axon;

import static io.orderflow.command.platform.repetition.RequestSamples.creation;
import static io.orderflow.command.platform.repetition.RequestSamples.expecting;
import static io.orderflow.command.platform.repetition.RequestSamples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.command.RegisterCustomer;
import io.orderflow.api.customer.command.RenameCustomer;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A second way to the same store, with its own locks: what two replicas do at the same time is decided by the store, and
 * the one that loses decides again.
 */
@SpringBootTest
@DirtiesContext
abstract class ReplicasContract {

    @Autowired
    CommandGateway gateway;

    @Autowired
    EventStore store;

    @Autowired
    Configuration configuration;

    @Autowired
    ScheduledExecutorService commandRetries;

    private final UUID customer = UUID.randomUUID();
    private final ExecutorService callers = Executors.newFixedThreadPool(20);
    private CommandGateway replica;

    @BeforeEach
    void addReplica() throws ClassNotFoundException {
        CommandBusConfiguration wiring = new CommandBusConfiguration();
        CommandBus bus = wiring.commandBus(configuration);
        subscribe(Class.forName("io.orderflow.command.customer.Customer"), bus);
        subscribe(Class.forName("io.orderflow.command.stock.ProductStock"), bus);
        replica = wiring.commandGateway(bus, commandRetries);
    }

    private <T> void subscribe(Class<T> type, CommandBus bus) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(
                        EventSourcingRepository.builder(type).eventStore(store).build())
                .build()
                .subscribe(bus);
    }

    @AfterEach
    void stop() {
        callers.shutdown();
    }

    @RepeatedTest(5)
    void twins_at_two_replicas_have_one_effect_and_the_same_answer() {
        gateway.sendAndWait(new RegisterCustomer(customer, "Ada", "ada@example.com"));

        List<Object> outcomes = sendAtOnce(
                20, i -> new GenericCommandMessage<>(new RenameCustomer(customer, "Bob"), request("key", "f")));

        assertThat(outcomes).containsOnly(1L, new RepeatedAnswer(1)).containsOnlyOnce(1L);
        assertThat(events()).containsExactly("CustomerRegistered", "CustomerRenamed");
    }

    @RepeatedTest(5)
    void creating_twins_at_two_replicas_make_one_thing() {
        List<Object> outcomes = sendAtOnce(
                20,
                i -> new GenericCommandMessage<>(
                        new RegisterCustomer(customer, "Ada", "ada@example.com"),
                        creation(i % 3 == 0 ? null : "key" + i % 3, "f")));

        assertThat(outcomes).containsOnly(0L, new RepeatedAnswer(0)).containsOnlyOnce(0L);
        assertThat(events()).containsExactly("CustomerRegistered");
    }

    @RepeatedTest(5)
    void of_many_at_two_replicas_that_expect_the_same_version_one_wins() {
        gateway.sendAndWait(new RegisterCustomer(customer, "Ada", "ada@example.com"));

        List<Object> outcomes = sendAtOnce(
                20, i -> new GenericCommandMessage<>(new RenameCustomer(customer, "Ada " + i), expecting(0, Map.of())));

        assertThat(outcomes)
                .containsOnly(1L, new Refusal(ErrorCode.VERSION_CONFLICT, "version 0 was expected, it is 1", 1L))
                .containsOnlyOnce(1L);
        assertThat(events()).containsExactly("CustomerRegistered", "CustomerRenamed");
    }

    @Test
    void of_many_reservations_at_two_replicas_as_many_succeed_as_there_are_units() {
        int units = 100;
        int orders = 500;
        String sku = "RARE-" + customer;
        gateway.sendAndWait(new RegisterStock(sku, "Desk", units));

        IntStream.range(0, orders)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> sendUntilDecided(
                                i % 2 == 0 ? gateway : replica, new ReserveStock(sku, UUID.randomUUID(), 1)),
                        callers))
                .toList()
                .forEach(CompletableFuture::join);

        Map<String, Long> events = store.readEvents(StockEvent.streamOf(sku), 0)
                .asStream()
                .collect(Collectors.groupingBy(event -> event.getPayloadType().getSimpleName(), Collectors.counting()));
        assertThat(events)
                .isEqualTo(Map.of(
                        "StockRegistered",
                        1L,
                        "StockReserved",
                        (long) units,
                        "StockReservationRefused",
                        (long) orders - units));
    }

    private interface Message {

        GenericCommandMessage<?> of(int number);
    }

    private List<Object> sendAtOnce(int count, Message message) {
        return IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> send(i % 2 == 0 ? gateway : replica, message.of(i)), callers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** As the process does, which tries again until the stock has decided. */
    private static Object sendUntilDecided(CommandGateway to, ReserveStock reservation) {
        while (true) {
            try {
                return to.sendAndWait(reservation);
            } catch (ConcurrencyException | LockAcquisitionFailedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static Object send(CommandGateway to, GenericCommandMessage<?> message) {
        try {
            return to.sendAndWait(message);
        } catch (CommandExecutionException refused) {
            return refused.<Refusal>getDetails().orElseThrow();
        }
    }

    private List<String> events() {
        return store.readEvents(CustomerEvent.streamOf(customer))
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }
}
