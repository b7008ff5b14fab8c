package io.orderflow.command.fulfilment;

import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.payment.command.PaymentCommand;
import io.orderflow.api.stock.command.StockCommand;
import io.orderflow.command.platform.axon.ProcessCommands;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import io.orderflow.command.platform.repetition.RequestSamples;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;

/**
 * The real aggregates and the real process in memory, with a hand on everything that passes between them: nothing happens
 * until it is told to, on the thread that tells it.
 */
final class FulfilmentWorld {

    /** What a process is told when a command could not be carried out for the moment. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("for the moment", null, false, false);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            Kind.of("io.orderflow.command.order.Order"),
            Kind.of("io.orderflow.command.stock.ProductStock"),
            Kind.of("io.orderflow.command.payment.Payment"));

    final HeldDeadlines deadlines = new HeldDeadlines();

    private final JsonSagas sagas = new JsonSagas();
    private final AnnotatedSagaManager<OrderFulfilment> process;
    private CommandBus bus = SimpleCommandBus.builder().build();

    /** @param commandsOfProcess takes what the process sends together, in place of what would carry it out */
    FulfilmentWorld(Consumer<List<?>> commandsOfProcess) {
        SagaModel<OrderFulfilment> model = new AnnotationSagaMetaModelFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(OrderFulfilment.class),
                        new SimpleResourceParameterResolverFactory(List.of(
                                deadlines,
                                new Courier(bus, commandsOfProcess),
                                new FulfilmentSettings(Duration.ofSeconds(30))))))
                .modelOf(OrderFulfilment.class);
        process = AnnotatedSagaManager.<OrderFulfilment>builder()
                .sagaType(OrderFulfilment.class)
                .sagaFactory(OrderFulfilment::new)
                .sagaModel(model)
                .sagaRepository(AnnotatedSagaRepository.<OrderFulfilment>builder()
                        .sagaType(OrderFulfilment.class)
                        .sagaModel(model)
                        .sagaStore(sagas)
                        .build())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    /** Forgets everything. */
    void begin(Consumer<EventMessage<?>> recorded) {
        deadlines.clear();
        sagas.clear();
        bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(RequestSamples.correlation());
        EventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        store.subscribe(events -> events.forEach(recorded));
        KINDS.forEach(kind -> kind.subscribe(store, bus));
    }

    /** The code of a refusal, or the version that was answered. */
    Object send(Object command, Map<String, String> metadata) {
        List<CommandResultMessage<?>> results = new ArrayList<>();
        bus.dispatch(new GenericCommandMessage<>(command, metadata), (sent, result) -> results.add(result));
        CommandResultMessage<?> result = results.get(0);
        if (!result.isExceptional()) {
            return result.getPayload() instanceof RepeatedAnswer answer ? answer.version() : result.getPayload();
        } else if (result.exceptionResult() instanceof RuleViolated refused) {
            return refused.code();
        }
        throw new AssertionError(command + " failed", result.exceptionResult());
    }

    /** Tells the process an event; whether it has been handled, or must be told again because its handler was interrupted. */
    boolean tell(EventMessage<?> event, boolean untilTheEnd) {
        return inUnitOfWork(event, untilTheEnd, () -> process.handle(event, Segment.ROOT_SEGMENT));
    }

    /** Lets a deadline pass; whether it has been handled, or passes again because its handler was interrupted. */
    boolean pass(HeldDeadlines.Held deadline, boolean untilTheEnd) {
        EventMessage<?> message = new GenericDeadlineMessage<>(deadline.name(), deadline.payload());
        return inUnitOfWork(message, untilTheEnd, () -> process.send(message, deadline.scope()));
    }

    int openProcesses() {
        return sagas.count();
    }

    private static boolean inUnitOfWork(EventMessage<?> message, boolean untilTheEnd, Handling handling) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(message);
        try {
            handling.run();
        } catch (Interrupted e) {
            unitOfWork.rollback();
            return false;
        } catch (Exception e) {
            unitOfWork.rollback();
            throw new AssertionError(message.getPayload() + " could not be handled", e);
        }
        if (untilTheEnd) {
            unitOfWork.commit();
        } else {
            unitOfWork.rollback();
        }
        return untilTheEnd;
    }

    private interface Handling {
        void run() throws Exception;
    }

    /** Takes the process's commands out of its unit of work, as the real one does, but not to other threads. */
    private static final class Courier extends ProcessCommands {

        private final Consumer<List<?>> receiver;

        Courier(CommandBus bus, Consumer<List<?>> receiver) {
            super(DefaultCommandGateway.builder().commandBus(bus).build(), Clock.systemUTC());
            this.receiver = receiver;
        }

        @Override
        public void sendAll(String process, List<?> commands) {
            UnitOfWork<?> handling = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(handling);
            try {
                receiver.accept(commands);
            } finally {
                CurrentUnitOfWork.set(handling);
            }
        }
    }

    /** An aggregate, which only its own package may name. */
    private record Kind<T>(Class<T> type, AggregateModel<T> model) {

        static Kind<?> of(String name) {
            try {
                return of(Class.forName(name));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        private static <T> Kind<T> of(Class<T> type) {
            return new Kind<>(type, AnnotatedAggregateMetaModelFactory.inspectAggregate(type));
        }

        private static Object streamOf(CommandMessage<?> command) {
            Object payload = command.getPayload();
            if (payload instanceof OrderCommand about) {
                return about.stream();
            }
            return payload instanceof StockCommand about ? about.stream() : ((PaymentCommand) payload).stream();
        }

        void subscribe(EventStore store, CommandBus bus) {
            AggregateAnnotationCommandHandler.<T>builder()
                    .aggregateType(type)
                    .aggregateModel(model)
                    // the default looks for annotations at every command, which takes longer than all the rest
                    .commandTargetResolver(command -> new VersionedAggregateIdentifier(streamOf(command), null))
                    .repository(EventSourcingRepository.builder(type)
                            .aggregateModel(model)
                            .eventStore(store)
                            .build())
                    .build()
                    .subscribe(bus);
        }
    }
}
