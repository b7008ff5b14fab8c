package io.orderflow.query.platform.generation;

import static org.awaitility.Awaitility.await;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.database.Databases;
import io.orderflow.query.QueryServiceApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One replica of the whole query service, in this process. */
final class RunningReplica implements AutoCloseable {

    static final List<String> GROUPS = List.of(
            "order-details",
            "order-list",
            "order-search",
            "order-history",
            "stock-levels",
            "customers",
            "sales-statistics");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningReplica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningReplica start(TestDatabase database, String... settings) {
        List<String> arguments = new ArrayList<>(database.settings());
        arguments.add("--server.port=0");
        arguments.add("--spring.jmx.enabled=false");
        arguments.addAll(List.of(settings));
        return new RunningReplica(new SpringApplicationBuilder(QueryServiceApplication.class)
                .profiles(database.profiles())
                .run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI uri(String route) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/v1" + route);
    }

    HttpClient http() {
        return http;
    }

    HttpResponse<String> get(String route) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(route)).build(), BodyHandlers.ofString());
    }

    /** Begins to build a read model anew. */
    Generation replay(String group) {
        Generation begun = bean(GenerationTable.class)
                .begin(group, bean(Generations.class).definition(group), head())
                .orElseThrow();
        bean(GenerationKeeper.class).wake();
        return begun;
    }

    long head() {
        return bean(EventStorageEngine.class).createHeadToken().position().orElse(-1);
    }

    Generation live(String group) {
        return bean(Generations.class).live(group).orElseThrow();
    }

    void awaitLive(Generation generation) {
        await().atMost(PATIENCE).until(() -> bean(Generations.class).isLive(generation));
    }

    /** Waits until every live generation has read all events. */
    void awaitCaughtUp() {
        long head = head();
        GROUPS.forEach(group -> await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        bean(TokenTable.class).position(live(group).processor()).orElse(-1) >= head));
    }

    /** The checksum of each live generation. */
    Map<String, String> checksums() {
        Map<String, String> values = new TreeMap<>();
        GROUPS.forEach(
                group -> values.put(group, bean(Checksums.class).of(live(group)).value()));
        return values;
    }

    /** The health that decides whether requests come here. */
    String readiness() throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri("").resolve("/actuator/health/readiness"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** Handles a parked event once more. */
    void retry(String group, EventMessage<?> event) throws Exception {
        ((ProjectionProcessor) bean(EventProcessingConfiguration.class)
                        .eventProcessor(group)
                        .orElseThrow())
                .of(live(group))
                .orElseThrow()
                .retry(event);
    }

    JdbcTemplate eventStore() {
        return new JdbcTemplate(context.getBean("eventStoreDataSource", DataSource.class));
    }

    /** What stands before the names of generations' schemas. */
    String schemaPrefix() {
        return bean(Databases.class).readModels().schemaBeside("");
    }

    @Override
    public void close() {
        context.close();
    }
}
