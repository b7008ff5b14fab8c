package io.orderflow.system.browser;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A month of a shop that sells furniture, to be looked at: the same orders each time, ending now. */
final class Season {

    private static final int ORDERS = 160;
    private static final long SEED = 42;

    private record Product(String sku, String name, String price, int stock) {

        NewLine line(int quantity) {
            return NewLine.of(sku, name, quantity, Money.of(price, "EUR"));
        }
    }

    private static final List<Product> PRODUCTS = List.of(
            new Product("DESK-OAK", "Oak desk", "349.00", 420),
            new Product("CHAIR-MESH", "Mesh chair", "189.50", 360),
            new Product("LAMP-ARC", "Arc lamp", "79.90", 96),
            new Product("SHELF-3", "Shelf, three boards", "54.25", 310),
            new Product("RUG-WOOL", "Wool rug", "129.00", 78),
            new Product("MUG-ENAMEL", "Enamel mug", "12.50", 900),
            new Product("CLOCK-WALL", "Wall clock", "44.00", 40),
            new Product("PLANT-FICUS", "Ficus in a pot", "38.75", 44));

    private static final List<String> NAMES = List.of(
            "Ada King",
            "Grace Hopper",
            "Edith Clarke",
            "Mary Somerville",
            "Emmy Noether",
            "Sofia Kovalevskaya",
            "Hypatia Ray",
            "Lise Meitner",
            "Chien Wu",
            "Rosalind Elsie",
            "Katherine Moss",
            "Jean Bartik");

    private static final List<Address> ADDRESSES = List.of(
            new Address("Goods in", "Ring 1", "10115", "Berlin", null, "DE"),
            new Address("Reception", "Rue Haute 12", "1000", "Brussels", null, "BE"),
            new Address("Warehouse", "Kade 7", "3011", "Rotterdam", null, "NL"),
            new Address("Studio", "Via Roma 3", "20121", "Milan", "MI", "IT"));

    private final OrderflowClient client;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<UUID> customers = new ArrayList<>();
    private final Instant now;

    Season(OrderflowClient client, Instant now) {
        this.client = client;
        this.now = now;
    }

    /** Everything that happens in it. Returns an order that was shipped in two parts. */
    UUID play() {
        PRODUCTS.forEach(product -> client.stock().register(product.sku(), product.name(), product.stock()));
        for (int i = 0; i < NAMES.size(); i++) {
            UUID id = new UUID(SEED, i);
            client.customers().register(id, NAMES.get(i), "buyer" + i + "@example.org");
            customers.add(id);
        }
        for (int i = 0; i < ORDERS; i++) {
            order(now.minus(Duration.ofHours(28L * 24 * (ORDERS - i) / ORDERS)));
        }
        return parted();
    }

    private void order(Instant at) {
        int fate = random.nextInt(100);
        UUID id = created(at, lines());
        Orders orders = client.orders();
        if (fate < 8) {
            return;
        }
        if (fate < 10) {
            orders.cancel(id, "never meant to");
            return;
        }
        orders.place(id, fate < 14 ? "tok_decline" : fate < 20 ? "tok_never" : "tok_approve");
        if (fate < 20 || !isConfirmed(id)) {
            return;
        }
        if (fate < 27) {
            orders.cancel(id, fate % 2 == 0 ? "ordered twice" : "found it elsewhere");
        } else if (fate >= 40) {
            ship(id, at.plus(Duration.ofHours(4 + random.nextInt(60))), fate < 48);
            if (fate >= 70) {
                orders.deliver(id);
            }
        }
    }

    private UUID created(Instant at, List<NewLine> lines) {
        UUID customer = customers.get((int) (Math.pow(random.nextDouble(), 1.5) * customers.size()));
        Address address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
        return client.orders()
                .create(new NewOrder(UUID.randomUUID(), customer, "EUR", lines, address, at, false, null))
                .orderId();
    }

    private List<NewLine> lines() {
        List<NewLine> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int popular = (int) (Math.pow(random.nextDouble(), 1.6) * PRODUCTS.size());
            lines.add(PRODUCTS.get(popular).line(1 + random.nextInt(4)));
        }
        return lines;
    }

    private UUID parted() {
        List<NewLine> plentiful = List.of(
                PRODUCTS.get(0).line(2),
                PRODUCTS.get(1).line(6),
                PRODUCTS.get(3).line(3));
        UUID id = created(now.minus(Duration.ofHours(30)), plentiful);
        client.orders().place(id, "tok_approve");
        isConfirmed(id);
        ship(id, now.minus(Duration.ofHours(20)), true);
        return id;
    }

    /** Nothing is confirmed that stock is too short for. */
    private boolean isConfirmed(UUID id) {
        return Awaitility.await()
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(20))
                        .until(
                                () -> client.orders()
                                        .find(id)
                                        .map(OrderView::status)
                                        .orElse(OrderStatus.PENDING),
                                Season::isDecided)
                == OrderStatus.CONFIRMED;
    }

    private static boolean isDecided(OrderStatus status) {
        return status == OrderStatus.CONFIRMED || status == OrderStatus.REJECTED;
    }

    private void ship(UUID id, Instant wanted, boolean inParts) {
        OrderView order = client.orders().find(id).orElseThrow();
        List<NewShipment.Item> items = order.lines().stream()
                .limit(inParts && order.lines().size() > 1 ? 1 : order.lines().size())
                .map(line -> new NewShipment.Item(line.lineId(), line.quantity()))
                .toList();
        Instant at = wanted.isAfter(now) ? now.minusSeconds(60) : wanted;
        client.orders().ship(id, new NewShipment(items, "DHL", "JD" + random.nextInt(100_000, 999_999), at));
    }
}
