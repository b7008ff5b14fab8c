package io.orderflow.system.browser;

import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.Orders;
import io.orderflow.system.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** Somebody else who uses the services, while the page is looked at. */
final class Shop implements AutoCloseable {

    private static final Address ADDRESS = new Address("Ada King", "Ring 1", "10115", "Berlin", null, "DE");

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
        Shop shop = new Shop(Services.start(data.toAbsolutePath()));
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

    UUID customer(String name) {
        UUID id = UUID.randomUUID();
        services.client.customers().register(id, name, "somebody@example.org");
        return id;
    }

    /** An order that can be edited; it can be read when this returns. */
    OrderView pending(UUID customer, String productName, int quantity) {
        return visible(
                orders().create(newOrder(customer, productName, quantity)).orderId(), OrderStatus.PENDING);
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

    OrderView visible(UUID order, OrderStatus status) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> orders().find(order).orElse(null), view -> view != null && view.status() == status);
    }

    @Override
    public void close() {
        services.close();
    }
}
