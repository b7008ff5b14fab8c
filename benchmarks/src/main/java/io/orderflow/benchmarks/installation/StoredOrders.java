package io.orderflow.benchmarks.installation;

import io.orderflow.api.order.event.ItemQuantityChanged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.serialization.Revision;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes orders to the store past the services, many at a time, as copies of the newest one with other customers, cities and products.
 * Readers learn of them with the next event that a service writes.
 */
public final class StoredOrders implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EVENTS_AT_ONCE = 500;
    private static final int NAMED = 100;
    private static final long SPREAD_SECONDS = Duration.ofDays(700).toSeconds();

    private final Bench bench;
    private final Connection connection;
    private final EventRow template;
    private final SampleOrders samples;

    /** Needs an order that is there. */
    public StoredOrders(Bench bench) throws SQLException {
        this.bench = bench;
        this.connection = bench.database().events();
        this.template = EventRow.newestCreated(connection);
        this.samples = bench.newOrders();
        connection.setAutoCommit(false);
    }

    /**
     * An order that was written.
     *
     * @param id the order
     * @param line its first line
     */
    public record Stored(String id, String line) {}

    /**
     * Writes some orders, and an order through the service for readers to notice.
     *
     * @param orders how many
     * @param events how many of each: its creation, then changes of a quantity
     * @return the first hundred of them
     */
    public List<Stored> write(int orders, int events) throws Exception {
        List<Stored> written = new ArrayList<>();
        List<EventRow> rows = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            Stored stored = add(rows, events);
            if (order < NAMED) {
                written.add(stored);
            }
            if (rows.size() >= EVENTS_AT_ONCE) {
                append(rows);
            }
        }
        append(rows);
        bench.orders().addOne();
        return written;
    }

    private Stored add(List<EventRow> rows, int events) {
        UUID id = UUID.randomUUID();
        ObjectNode created = JSON.readValue(template.payload(), ObjectNode.class);
        created.put("orderId", id.toString())
                .put("customerId", samples.customer().toString())
                .put(
                        "orderedAt",
                        Instant.parse(created.path("orderedAt").asString())
                                .minusSeconds(ThreadLocalRandom.current().nextLong(SPREAD_SECONDS))
                                .toString());
        ((ObjectNode) created.path("shippingAddress")).put("city", samples.city());
        created.path("lines").forEach(line -> {
            SampleOrders.Product product = samples.product();
            ((ObjectNode) line).put("sku", product.sku()).put("productName", product.name());
        });
        String stream = "order-" + id;
        rows.add(template.ofStream(stream, 0)
                .with(template.payloadType(), template.payloadRevision(), created.toString()));
        String line = created.path("lines").path(0).path("lineId").asString();
        ObjectNode changed =
                JSON.createObjectNode().put("orderId", id.toString()).put("lineId", line);
        changed.set("quantity", created.path("lines").path(0).path("quantity"));
        changed.set("total", created.path("total"));
        String type = ItemQuantityChanged.class.getName();
        String revision =
                ItemQuantityChanged.class.getAnnotation(Revision.class).value();
        for (int version = 1; version < events; version++) {
            rows.add(template.ofStream(stream, version).with(type, revision, changed.toString()));
        }
        return new Stored(id.toString(), line);
    }

    /** In its turn among the appends of the services, as they do it themselves. */
    private void append(List<EventRow> rows) throws SQLException {
        try (Statement sql = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(EventRow.INSERT)) {
            try (ResultSet lock = sql.executeQuery("SELECT id FROM append_lock WHERE id = 1 FOR UPDATE")) {
                if (!lock.next()) {
                    throw new IllegalStateException("the event store has no append lock");
                }
            }
            for (EventRow row : rows) {
                row.set(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        rows.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
