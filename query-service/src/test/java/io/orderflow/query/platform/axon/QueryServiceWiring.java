package io.orderflow.query.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.platform.database.Databases;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.platform.eventstore.EventSource;
import io.orderflow.platform.eventstore.WakingEventSource;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Auto-configuration that is ordered wrongly turns parts of Axon off without a word; this says which part is what. */
@SpringBootTest
@DirtiesContext
abstract class QueryServiceWiring {

    /** The name of the class that is to be there. */
    abstract String appendSignal();

    /** The name of the class that is to be there. */
    abstract String databases();

    /** Without Axon Server. */
    Class<? extends QueryBus> queryBus() {
        return SimpleQueryBus.class;
    }

    /** Without Axon Server. */
    Class<? extends EventBus> eventStore() {
        return EmbeddedEventStore.class;
    }

    /** Without Axon Server. */
    Class<? extends EventSource> eventSource() {
        return WakingEventSource.class;
    }

    @Autowired
    ApplicationContext context;

    @Test
    void every_part_of_axon_is_the_one_that_was_declared() {
        assertThat(only(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(only(EventBus.class)).isInstanceOf(eventStore());
        assertThat(only(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(only(AppendSignal.class).getClass().getSimpleName()).isEqualTo(appendSignal());
        assertThat(only(Databases.class).getClass().getSimpleName()).isEqualTo(databases());
        assertThat(only(QueryBus.class)).isInstanceOf(queryBus());
        assertThat(context.getBeansOfType(Serializer.class).values())
                .isNotEmpty()
                .allSatisfy(serializer -> assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
    }

    @Test
    void the_processors_are_pooled_read_the_source_that_calls_back_and_pass_errors_on() {
        EventProcessingConfiguration processing = only(EventProcessingConfiguration.class);

        assertThat(processing.eventProcessors().keySet())
                .containsExactlyInAnyOrder(
                        "order-details",
                        "order-list",
                        "order-search",
                        "order-history",
                        "stock-levels",
                        "customers",
                        "sales-statistics");
        processing.eventProcessors().forEach((name, processor) -> {
            assertThat(processing.listenerInvocationErrorHandler(name)).isInstanceOf(PropagatingErrorHandler.class);
            Map<?, ?> generations = (Map<?, ?>) ReflectionTestUtils.getField(processor, "processors");
            assertThat(generations).hasSize(1);
            assertThat(generations.values()).allSatisfy(one -> {
                assertThat(one).isInstanceOf(PooledStreamingEventProcessor.class);
                assertThat(one).hasToString(name + "-1");
                assertThat(ReflectionTestUtils.getField(one, "messageSource")).isInstanceOf(eventSource());
                assertThat(ReflectionTestUtils.getField(one, "tokenStore")).isInstanceOf(JdbcTokenStore.class);
            });
        });
    }

    @Test
    void a_query_that_nobody_answers_is_a_specific_error() {
        QueryGateway gateway = only(QueryGateway.class);

        assertThatThrownBy(() ->
                        gateway.query("nobody answers a string", String.class).join())
                .hasCauseInstanceOf(NoHandlerForQueryException.class);
    }

    final <T> T only(Class<T> type) {
        return context.getBean(type);
    }
}
