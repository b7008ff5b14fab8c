package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.Orders;
import io.orderflow.system.walk.OrderState.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands, and tells what must come of them. Waits until the fulfilment process has decided about an order before it
 * goes on, so that everything follows from the seed; the process's own work for other orders goes on meanwhile.
 */
final class Walker {

    /** An order as it was shown while it lived. */
    record Seen(UUID orderId, long version, String body) {}

    final ExpectedShop shop = new ExpectedShop();
    final List<Seen> seen = new ArrayList<>();
    int commands;
    int refused;

    private final OrderflowClient client;
    private final Reads reads;
    private final Random random;

    Walker(OrderflowClient client, Reads reads, Random random) {
        this.client = client;
        this.reads = reads;
        this.random = random;
    }

    void register(ExpectedCustomer customer, String name) {
        client.customers().register(customer.id, name, customer.email);
        named(customer, name);
    }

    void rename(ExpectedCustomer customer, String name) {
        client.customers().rename(customer.id, name);
        named(customer, name);
    }

    private void named(ExpectedCustomer customer, String name) {
        commands++;
        Map<String, Object> view =
                reads.object("/customers/%s?minVersion=%d&wait=10s".formatted(customer.id, customer.version + 1));
        customer.named(name, Instant.parse((String) view.get("updatedAt")));
    }

    void register(ExpectedProduct product) {
        commands++;
        client.stock().register(product.sku, product.name, product.available());
        shop.products.put(product.sku, product);
    }

    void adjust(ExpectedProduct product, long delta) {
        commands++;
        String refusal = product.adjust(delta);
        if (refusal == null) {
            client.stock().adjust(product.sku, delta, "count");
        } else {
            assertRefused(refusal, () -> client.stock().adjust(product.sku, delta, "count"));
        }
    }

    ExpectedOrder create(NewOrder order, List<Line> lines) {
        ExpectedOrder expected = new ExpectedOrder(
                order.orderId(),
                order.customerId(),
                order.currency(),
                order.orderedAt(),
                lines,
                json(order.shippingAddress()),
                !order.place());
        if (order.place()) {
            expected.place();
        }
        shop.orders.put(expected.id, expected);
        send(expected, orders -> orders.create(order));
        return expected;
    }

    void add(ExpectedOrder order, Line line, String currency) {
        NewLine item = item(line, currency);
        attempt(order, () -> order.add(line, currency), orders -> orders.addItem(order.id, item));
    }

    void change(ExpectedOrder order, UUID line, int quantity) {
        attempt(order, () -> order.change(line, quantity), orders -> orders.changeQuantity(order.id, line, quantity));
    }

    void remove(ExpectedOrder order, UUID line) {
        attempt(order, () -> order.remove(line), orders -> orders.removeItem(order.id, line));
    }

    void shipTo(ExpectedOrder order, Address address) {
        attempt(order, () -> order.shipTo(json(address)), orders -> orders.changeAddress(order.id, address));
    }

    void place(ExpectedOrder order, String token) {
        if (attempt(order, order::place, orders -> orders.place(order.id, token))) {
            settle(order, token);
        }
    }

    /** Waits for what follows from a placement. {@code tok_never} stays open until it is cancelled or times out. */
    void settle(ExpectedOrder order, String token) {
        boolean reserved = shop.reserve(order);
        if (reserved && token.equals("tok_approve")) {
            order.confirm();
        } else if (reserved && token.equals("tok_decline")) {
            shop.release(order);
            order.decline();
        } else if (reserved) {
            await("payment of " + order.id + " to be asked for")
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> reads.object("/orders/" + order.id).containsKey("payment"));
        }
        look(order);
    }

    void cancel(ExpectedOrder order, String reason) {
        boolean holds = order.now.is("PLACED", "CONFIRMED");
        boolean done = attempt(order, () -> order.cancel(reason), orders -> orders.cancel(order.id, reason));
        if (done && holds) {
            shop.release(order);
            // who orders next must find the units
            order.demand()
                    .keySet()
                    .forEach(sku -> reads.body(
                            "/stock/%s?minVersion=%d&wait=20s".formatted(sku, shop.products.get(sku).version)));
        }
    }

    void ship(ExpectedOrder order, Map<UUID, Integer> items, String carrier, String tracking, Instant shippedAt) {
        NewShipment shipment = new NewShipment(
                items.entrySet().stream()
                        .map(item -> new NewShipment.Item(item.getKey(), item.getValue()))
                        .toList(),
                carrier,
                tracking,
                shippedAt);
        if (attempt(
                order,
                () -> order.ship(items, carrier, tracking, shippedAt),
                orders -> orders.ship(order.id, shipment))) {
            shop.commit(order, items);
        }
    }

    void deliver(ExpectedOrder order) {
        attempt(order, order::deliver, orders -> orders.deliver(order.id));
    }

    /** A command that expects a version that the order has no more. */
    void comeTooLate(ExpectedOrder order) {
        if (order.version() > 0) {
            commands++;
            assertRefused(
                    "VERSION_CONFLICT",
                    () -> client.orders().ifMatch(order.version() - 1).cancel(order.id, "too late"));
        }
    }

    /** Whether the command was to be carried out; it was, or refused for the reason that it had to be. */
    private boolean attempt(
            ExpectedOrder order, Supplier<@Nullable String> refusal, Function<Orders, OrderAck> command) {
        long version = order.version();
        String code = refusal.get();
        if (code != null) {
            commands++;
            assertRefused(code, () -> command.apply(client.orders()));
            return false;
        }
        send(order, random.nextInt(5) == 0 ? orders -> command.apply(orders.ifMatch(version)) : command);
        return true;
    }

    private void send(ExpectedOrder order, Function<Orders, OrderAck> command) {
        commands++;
        Orders orders = client.orders().withKey(new UUID(random.nextLong(), random.nextLong()).toString());
        OrderAck ack = command.apply(orders);
        assertThat(ack.version()).as("version of %s", order.id).isEqualTo(order.version());
        if (random.nextInt(12) == 0) {
            commands++;
            assertThat(command.apply(orders)).isEqualTo(new OrderAck(order.id, order.version(), true));
        }
        look(order);
    }

    private void look(ExpectedOrder order) {
        String body = reads.body("/orders/%s?minVersion=%d&wait=20s".formatted(order.id, order.version()));
        long version = (Long) Reads.parsed(body).get("version");
        seen.add(new Seen(order.id, version, body));
    }

    private void assertRefused(String code, Runnable command) {
        refused++;
        ApiProblem problem = catchThrowableOfType(ApiProblem.class, command::run);
        assertThat(problem).as("refusal with %s", code).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
    }

    static NewLine item(Line line, String currency) {
        return new NewLine(
                line.id(), line.sku(), line.productName(), line.quantity(), new Money(line.price(), currency));
    }

    private static Map<String, Object> json(Address address) {
        Map<String, Object> json = new LinkedHashMap<>(Map.of(
                "recipient", address.recipient(),
                "street", address.street(),
                "postalCode", address.postalCode(),
                "city", address.city(),
                "country", address.country()));
        if (address.region() != null) {
            json.put("region", address.region());
        }
        return json;
    }
}
