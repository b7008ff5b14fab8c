package io.orderflow.query.platform.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.platform.axon.SerializationConfiguration;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.platform.web.WebPlatform;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.LiveGenerations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read models with their real schema and settings, their queries and their routes, but without an event store:
 * {@link EventFeed} brings the events. On H2, or on PostgreSQL in the profile {@code postgres}.
 */
@ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan({
    "io.orderflow.query.orderdetails",
    "io.orderflow.query.orderlist",
    "io.orderflow.query.ordersearch",
    "io.orderflow.query.orderhistory",
    "io.orderflow.query.stocklevels",
    "io.orderflow.query.customers",
    "io.orderflow.query.salesstatistics",
    "io.orderflow.query.platform.freshness",
    "io.orderflow.query.platform.paging",
    "io.orderflow.query.platform.stream"
})
@EntityScan("io.orderflow.query")
@Import({SerializationConfiguration.class, WebPlatform.class})
class ReadModels {

    @Bean
    @Profile("!postgres")
    DataSource h2() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:read-models;DB_CLOSE_DELAY=-1;"
                + "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return dataSource;
    }

    @Bean
    @Profile("postgres")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    @Profile("postgres")
    DataSource postgresDataSource(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(postgres.getPostgresDatabase());
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    QueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }

    @Bean
    QueryUpdateEmitter queryUpdateEmitter(QueryBus queryBus) {
        return queryBus.queryUpdateEmitter();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    /** There is no event store whose head could move. */
    @Bean
    AppendSignal appendSignal() {
        return new NoEventStore();
    }

    /** Each read model has one generation, and all tables are in one schema. */
    @Bean
    LiveGenerations liveGenerations() {
        return new LiveGenerations() {
            @Override
            public Optional<Generation> live(String group) {
                return Optional.of(new Generation(group, 1));
            }

            @Override
            public void whenSwitched(Consumer<Generation> listener) {
                // there is nothing to tell
            }
        };
    }

    @Bean
    QueryGateway queryGateway(QueryBus queryBus) {
        return DefaultQueryGateway.builder().queryBus(queryBus).build();
    }

    @Bean
    SmartInitializingSingleton queryHandlers(QueryBus queryBus, ConfigurableListableBeanFactory beans) {
        return () -> {
            Map<String, Object> components = beans.getBeansWithAnnotation(Component.class);
            components.values().forEach(handler -> new AnnotationQueryHandlerAdapter<>(handler).subscribe(queryBus));
        };
    }
}
