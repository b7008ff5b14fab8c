package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.database.Databases;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.projection.StreamSequencing;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The read models, each with its processing group, and their generations. */
@Configuration(proxyBeanMethods = false)
class GenerationConfiguration {

    private static final List<ReadModel> READ_MODELS = List.of(
            new ReadModel("order-details", 1, 2),
            new ReadModel("order-list", 1, 2),
            new ReadModel("order-search", 1, 2),
            new ReadModel("order-history", 1, 2),
            new ReadModel("stock-levels", 1, 1),
            new ReadModel("customers", 1, 1),
            new ReadModel("sales-statistics", 1, 2));

    @Bean
    GenerationTable generationTable(@Qualifier("readModelPool") DataSource pool, Clock clock) {
        return new GenerationTable(pool, clock);
    }

    @Bean
    TokenTable tokenTable(@Qualifier("readModelPool") DataSource pool, Serializer serializer) {
        return new TokenTable(pool, serializer);
    }

    @Bean
    ProjectionFailures projectionFailures(@Qualifier("readModelPool") DataSource pool, Clock clock) {
        return new ProjectionFailures(pool, clock);
    }

    @Bean
    Projections projections(
            GenerationTable table, Generations generations, GenerationKeeper keeper, AppendSignal signal) {
        return new Projections(table, generations, keeper, READ_MODELS, signal);
    }

    @Bean
    Generations generations(GenerationTable table, Databases databases, ReadModelSettings settings) {
        return new Generations(
                table,
                databases.readModels(),
                READ_MODELS.stream()
                        .map(settings::apply)
                        .collect(Collectors.toMap(ReadModel::group, ReadModel::definition)));
    }

    @Bean
    @Primary
    DataSource readModelDataSource(@Qualifier("readModelPool") DataSource pool, Generations generations) {
        return new GenerationDataSource(pool, generations);
    }

    @Bean
    GenerationSchemas generationSchemas(
            Databases databases,
            @Qualifier("readModelPool") DataSource pool,
            DataSource readModelDataSource,
            Generations generations,
            GenerationTable table) {
        return new GenerationSchemas(
                databases.readModels(), pool, readModelDataSource, generations, table, READ_MODELS);
    }

    @Bean
    Checksums checksums(
            Generations generations,
            GenerationSchemas schemas,
            TokenTable tokens,
            @Qualifier("readModelPool") DataSource pool) {
        return new Checksums(generations, schemas, tokens, pool);
    }

    @Bean
    Reprojection reprojection(
            ObjectProvider<EventProcessingConfiguration> processing, Generations generations, TokenTable tokens) {
        return new Reprojection(processing, generations, tokens);
    }

    @Bean(initMethod = "begin")
    @DependsOnDatabaseInitialization
    GenerationKeeper generationKeeper(
            GenerationTable table,
            Generations generations,
            GenerationSchemas schemas,
            TokenTable tokens,
            ObjectProvider<DeadLetterOffice> letters,
            AppendSignal signal,
            Clock clock) {
        return new GenerationKeeper(
                table, generations, schemas, new GenerationSwitch(table, tokens), READ_MODELS, letters, signal, clock);
    }

    @Bean
    ConfigurerModule projectionProcessors(
            Generations generations,
            GenerationSchemas schemas,
            GenerationKeeper keeper,
            ObjectProvider<DeadLetterOffice> letters,
            ProjectionFailures failures,
            BuildingPermits permits) {
        return configurer -> configurer.eventProcessing(processing -> {
            READ_MODELS.forEach(
                    model -> processing.registerEventProcessor(model.group(), (group, configuration, invoker) -> {
                        ProjectionProcessor projection = new ProjectionProcessor(
                                group,
                                new GenerationProcessors(
                                        model,
                                        configuration,
                                        invoker,
                                        generations,
                                        schemas,
                                        letters.getObject(),
                                        failures,
                                        permits),
                                generations,
                                () -> keeper.wanted(group));
                        keeper.keep(group, projection);
                        return projection;
                    }));
            processing.registerDefaultSequencingPolicy(configuration -> new StreamSequencing());
        });
    }
}
