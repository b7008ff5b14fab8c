package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.platform.database.Databases;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.platform.eventstore.EventSource;
import io.orderflow.platform.eventstore.WakingEventSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Auto-configuration that is ordered wrongly turns parts of Axon off without a word; this says which part is what. */
@SpringBootTest
@DirtiesContext
abstract class CommandServiceWiring {

    /** The name of the class that is to be there. */
    abstract String appendSignal();

    /** The name of the class that is to be there. */
    abstract String databases();

    /** Without Axon Server. */
    Class<? extends CommandBus> commandBus() {
        return SimpleCommandBus.class;
    }

    /** Without Axon Server. */
    Class<? extends EventBus> eventStore() {
        return EmbeddedEventStore.class;
    }

    /** Without Axon Server. */
    Class<? extends EventSource> eventSource() {
        return WakingEventSource.class;
    }

    String[] processors() {
        return new String[] {"order-fulfilment", "payment-gateway"};
    }

    @Autowired
    ApplicationContext context;

    @Test
    void every_part_of_axon_is_the_one_that_was_declared() {
        assertThat(only(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(only(EventBus.class)).isInstanceOf(eventStore());
        assertThat(only(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(only(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
        assertThat(only(DeadlineManager.class)).isInstanceOf(DbSchedulerDeadlineManager.class);
        assertThat(only(CommandBus.class)).isInstanceOf(commandBus());
        assertThat(only(CommandGateway.class)).isInstanceOf(DefaultCommandGateway.class);
        assertThat(only(AppendSignal.class).getClass().getSimpleName()).isEqualTo(appendSignal());
        assertThat(only(Databases.class).getClass().getSimpleName()).isEqualTo(databases());
        assertThat(only(Snapshotter.class)).isInstanceOf(SpringAggregateSnapshotter.class);
        assertThat(context.getBeansOfType(Serializer.class).values())
                .isNotEmpty()
                .allSatisfy(serializer -> assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
    }

    @Test
    void the_processors_are_pooled_read_the_source_that_calls_back_and_hold_poison_back() {
        EventProcessingConfiguration processing = only(EventProcessingConfiguration.class);

        assertThat(processing.eventProcessors().keySet()).containsExactlyInAnyOrder(processors());
        processing.eventProcessors().forEach((name, processor) -> {
            assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);
            assertThat(ReflectionTestUtils.getField(processor, "messageSource")).isInstanceOf(eventSource());
            assertThat(processing
                            .listenerInvocationErrorHandler(name)
                            .getClass()
                            .getSimpleName())
                    .isEqualTo("HoldBackPoison");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.Customer", "order.Order", "payment.Payment", "stock.ProductStock"})
    void the_wait_for_an_aggregate_has_an_end(String aggregate) throws ClassNotFoundException {
        Repository<?> repository = only(org.axonframework.config.Configuration.class)
                .repository(Class.forName("io.orderflow.command." + aggregate));

        assertThat(ReflectionTestUtils.getField(repository, "lockFactory")).isSameAs(only(LockFactory.class));
    }

    @Test
    void a_command_that_nobody_handles_is_a_specific_error() {
        CommandGateway gateway = only(CommandGateway.class);

        assertThatThrownBy(() -> gateway.sendAndWait("nobody handles a string"))
                .isInstanceOf(NoHandlerForCommandException.class);
    }

    final <T> T only(Class<T> type) {
        return context.getBean(type);
    }
}
