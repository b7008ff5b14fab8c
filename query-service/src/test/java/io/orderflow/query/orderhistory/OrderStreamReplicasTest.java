package io.orderflow.query.orderhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.QueryServiceApplication;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.projection.Sample;
import io.orderflow.query.platform.stream.LiveReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two replicas of the service, of which one projects and the other has the clients. */
class OrderStreamReplicasTest {

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID order = UUID.randomUUID();

    private final List<ConfigurableApplicationContext> replicas = new ArrayList<>();

    @AfterEach
    void stop() {
        replicas.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void clients_follow_an_order_that_another_replica_projects_and_go_on_when_it_stops() {
        TestEventStore.createIn(data);
        ConfigurableApplicationContext projecting = replica("one");
        awaitProjecting(projecting);
        ConfigurableApplicationContext serving = replica("two");
        try (LiveReader reader = follow(serving)) {
            reader.awaitFrames("order", 1);
            append(serving, 1);
            append(serving, 2);
            reader.awaitFrames("order", 3);
            assertThat(serving.getBean(ReadPositions.class).isReadHereAlone("order-history"))
                    .as("the other replica projects")
                    .isFalse();
            projecting.close();
            // it has closed the file, which both had open in this one process
            await().ignoreExceptions().until(() -> {
                append(serving, 3);
                return true;
            });
            for (int version = 4; version <= 40; version++) {
                append(serving, version);
            }
            awaitProjecting(serving);
            append(serving, 41);
            reader.awaitFrames("order", 42);
            assertThat(reader.ids())
                    .isEqualTo(IntStream.rangeClosed(0, 41)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    private LiveReader follow(ConfigurableApplicationContext replica) {
        events(replica)
                .appendEvents(
                        new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(order), 0, Sample.opened(order)));
        OrderHistoryVersions held = replica.getBean(OrderHistoryVersions.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> held.heldOf(order.toString()) == 0);
        String port = replica.getEnvironment().getProperty("local.server.port");
        return LiveReader.open(
                http, URI.create("http://127.0.0.1:" + port + "/api/v1/orders/" + order + "/stream"), null);
    }

    private void append(ConfigurableApplicationContext replica, int version) {
        events(replica)
                .appendEvents(new GenericDomainEventMessage<>(
                        "Order",
                        OrderEvent.streamOf(order),
                        version,
                        Sample.quantity(order, Sample.FIRST_LINE, version, version + ".00")));
    }

    private static void awaitProjecting(ConfigurableApplicationContext replica) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> replica.getBean(ReadPositions.class).isReadHereAlone("order-history"));
    }

    private ConfigurableApplicationContext replica(String name) {
        ConfigurableApplicationContext replica = new SpringApplicationBuilder(QueryServiceApplication.class)
                .run("--server.port=0", "--orderflow.data-dir=" + data, "--orderflow.query.node-id=" + name);
        replicas.add(replica);
        return replica;
    }

    private static EventStorageEngine events(ConfigurableApplicationContext replica) {
        return replica.getBean(EventStorageEngine.class);
    }
}
