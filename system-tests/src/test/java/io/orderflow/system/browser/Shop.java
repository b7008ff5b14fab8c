package io.orderflow.system.browser;

import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.Orders;
import io.orderflow.client.Projection;
import io.orderflow.system.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.FileSystemUtils;

/** Somebody else who uses the services, while the page is looked at. */
final class Shop implements AutoCloseable {

    private static final Address ADDRESS = new Address("Ada King", "Ring 1", "10115", "Berlin", null, "DE");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long NOT_YET = -1;

    private final Services services;

    private Shop(Services services) {
        this.services = services;
    }

    /** Both services, on an empty folder, with some stock. */
    static Shop open(Path data) {
        try {
            FileSystemUtils.deleteRecursively(data);
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // no order is given up because the machine is busy
        Shop shop = new Shop(Services.start(data.toAbsolutePath(), Duration.ofMinutes(30)));
        shop.services.client.stock().register("DESK", "Desk", 1_000);
        shop.services.client.stock().register("LAMP", "Lamp", 4);
        return shop;
    }

    Services services() {
        return services;
    }

    Orders orders() {
        return services.client.orders();
    }

    /** A customer who can be read when this returns. */
    UUID customer(String name) {
        UUID id = UUID.randomUUID();
        services.client.customers().register(id, name, "somebody@example.org");
        settled();
        return id;
    }

    /** An order that can be edited; it can be read when this returns. */
    OrderView pending(UUID customer, String productName, int quantity) {
        UUID id = orders().create(newOrder(customer, productName, quantity)).orderId();
        return visible(id, OrderStatus.PENDING);
    }

    NewOrder newOrder(UUID customer, String productName, int quantity) {
        NewLine line = NewLine.of("DESK", productName, quantity, Money.of("149.50", "EUR"));
        return NewOrder.pending(customer, "EUR", List.of(line), ADDRESS);
    }

    OrderView confirmed(UUID customer) {
        UUID id = pending(customer, "Desk", 2).orderId();
        orders().place(id, "tok_approve");
        return visible(id, OrderStatus.CONFIRMED);
    }

    /** All of it, a moment after it was ordered. */
    void shipped(UUID customer) {
        OrderView order = confirmed(customer);
        List<NewShipment.Item> all = order.lines().stream()
                .map(line -> new NewShipment.Item(line.lineId(), line.quantity()))
                .toList();
        orders().ship(order.orderId(), new NewShipment(all, "DHL", "JD-1", null));
        settled();
    }

    /** Returns when everything that has happened can be read, and nothing more comes of it. */
    void settled() {
        AtomicLong before = new AtomicLong(NOT_YET);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            long head = headShownByAll();
            return before.getAndSet(head) == head && head != NOT_YET;
        });
    }

    private long headShownByAll() {
        List<Projection> all = services.client.projections().list();
        return all.stream().allMatch(one -> one.eventsBehind() == 0)
                ? all.stream().mapToLong(Projection::head).max().orElseThrow()
                : NOT_YET;
    }

    private OrderView visible(UUID order, OrderStatus status) {
        OrderView visible = await().atMost(PATIENCE)
                .until(() -> orders().find(order).orElse(null), view -> view != null && view.status() == status);
        settled();
        return visible;
    }

    @Override
    public void close() {
        services.close();
    }
}
