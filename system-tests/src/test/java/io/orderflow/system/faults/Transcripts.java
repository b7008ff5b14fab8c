package io.orderflow.system.faults;

import io.orderflow.client.LiveStream;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderListListener;
import io.orderflow.client.OrderSummary;
import io.orderflow.client.Page;
import io.orderflow.system.faults.Findings.Harm;
import io.orderflow.system.faults.StoredEvents.Stored;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What live streams have told: of the list of one load's orders, and of some orders each by itself. */
final class Transcripts implements AutoCloseable {

    private static final int ORDERS_AT_MOST = 20;

    private final Installation services;
    private final Load load;
    private final Map<UUID, List<Long>> versions = new ConcurrentHashMap<>();
    private final Map<UUID, Long> listed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<LiveStream> streams = new ConcurrentLinkedQueue<>();

    Transcripts(Load load, Installation services) {
        this.load = load;
        this.services = services;
        streams.add(services.patient().orders().follow(OrderFilter.all().of(load.customer), new OrderListListener() {
            @Override
            public void snapshot(Page<OrderSummary> orders) {
                orders.items().forEach(this::changed);
            }

            @Override
            public void changed(OrderSummary order) {
                listed.merge(order.orderId(), order.version(), Math::max);
                follow(order.orderId());
            }

            @Override
            public void left(OrderSummary order) {
                throw new IllegalStateException("nothing can leave this list: " + order);
            }
        }));
    }

    private void follow(UUID order) {
        if (versions.size() < ORDERS_AT_MOST && versions.putIfAbsent(order, new CopyOnWriteArrayList<>()) == null) {
            streams.add(services.patient().orders().follow(order, 0, view -> versions.getOrDefault(order, List.of())
                    .add(view.version())));
        }
    }

    /** Adds what was left out, or told twice or in disorder. */
    void check(Map<String, List<Stored>> store, Findings findings) {
        versions.forEach((order, told) -> {
            long last = store.get("order-" + order).size() - 1L;
            for (int i = 1; i < told.size(); i++) {
                if (told.get(i) != told.get(i - 1) + 1) {
                    findings.add(
                            told.get(i) <= told.get(i - 1) ? Harm.DUPLICATED : Harm.LOST,
                            "in the stream of %s: %s",
                            order,
                            told);
                }
            }
            if (told.isEmpty() || told.get(told.size() - 1) != last) {
                findings.add(Harm.LOST, "the stream of %s ends before version %d: %s", order, last, told);
            }
        });
        load.oracle.orders().forEach(order -> {
            long last = store.getOrDefault("order-" + order, List.of()).size() - 1L;
            long told = listed.getOrDefault(order, -1L);
            if (told != last) {
                findings.add(
                        told < last ? Harm.LOST : Harm.PHANTOM,
                        "in the live list %s is at %d, not %d",
                        order,
                        told,
                        last);
            }
        });
    }

    /** How many orders were followed. */
    int followed() {
        return versions.size();
    }

    @Override
    public void close() {
        streams.forEach(LiveStream::close);
    }
}
