package io.orderflow.client;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/** The routes about orders. */
public final class Orders {

    private final Exchange exchange;
    private final Route commands;
    private final Route queries;
    private final Terms terms;

    Orders(Exchange exchange, Route commands, Route queries) {
        this(exchange, commands, queries, Terms.NONE);
    }

    private Orders(Exchange exchange, Route commands, Route queries, Terms terms) {
        this.exchange = exchange;
        this.commands = commands;
        this.queries = queries;
        this.terms = terms;
    }

    /**
     * The same routes for a command that has this key. Whoever sends the same command with the same key again, however
     * much later, gets the same answer, and nothing happens twice.
     *
     * @param key 1 to 255 visible ASCII characters, for one command only; without it every call has a key of its own
     */
    public Orders withKey(String key) {
        return new Orders(exchange, commands, queries, terms.withKey(key));
    }

    /**
     * The same routes for a command that is refused with VERSION_CONFLICT unless what it is about has this version. Not
     * for what makes something.
     */
    public Orders ifMatch(long version) {
        return new Orders(exchange, commands, queries, terms.withVersion(version));
    }

    /** Creates an order. When this very order exists already, that is the answer. */
    public OrderAck create(NewOrder order) {
        return send("POST", order, "orders");
    }

    /** Adds a line. */
    public OrderAck addItem(UUID orderId, NewLine line) {
        return send("POST", line, "orders", orderId, "items");
    }

    /** Sets the quantity of a line. */
    public OrderAck changeQuantity(UUID orderId, UUID lineId, int quantity) {
        return send("PATCH", new Quantity(quantity), "orders", orderId, "items", lineId);
    }

    /** Removes a line. */
    public OrderAck removeItem(UUID orderId, UUID lineId) {
        return send("DELETE", null, "orders", orderId, "items", lineId);
    }

    /** Replaces the shipping address. */
    public OrderAck changeAddress(UUID orderId, Address address) {
        return send("PUT", address, "orders", orderId, "shipping-address");
    }

    /** Places an order. */
    public OrderAck place(UUID orderId, String paymentToken) {
        return send("POST", new Placement(paymentToken), "orders", orderId, "placement");
    }

    /** Calls an order off. */
    public OrderAck cancel(UUID orderId, String reason) {
        return send("POST", new Cancellation(reason), "orders", orderId, "cancellation");
    }

    /** Records a shipment. */
    public OrderAck ship(UUID orderId, NewShipment shipment) {
        return send("POST", shipment, "orders", orderId, "shipments");
    }

    /** Records that an order has arrived. */
    public OrderAck deliver(UUID orderId) {
        return send("POST", null, "orders", orderId, "delivery");
    }

    /** One order, if the read side has it; it may be a moment behind. */
    public Optional<OrderView> find(UUID orderId) {
        return exchange.find(
                Call.get(queries.to("orders", orderId)), exchange.json().type(OrderView.class));
    }

    /** A page of orders. */
    public Page<OrderSummary> list(OrderFilter filter) {
        return exchange.send(
                Call.get(Route.with(
                        queries.to("orders"),
                        "status",
                        joined(filter.statuses()),
                        "customerId",
                        filter.customerId(),
                        "from",
                        filter.from(),
                        "to",
                        filter.to(),
                        "sort",
                        filter.sort(),
                        "page",
                        filter.page(),
                        "pageSize",
                        filter.pageSize())),
                exchange.json().pageOf(OrderSummary.class));
    }

    /**
     * Follows one order: its present version, then each new one, in order and without a gap, whatever is cut or restarted
     * meanwhile. Ends by itself after the last version that there can be.
     *
     * @param minVersion what the read side must have come to before it begins, for 30 s at most: 0 for an order that was
     *     just created
     * @param listener called for one version at a time, on a thread of the client; may block, and holds up this stream only
     */
    public LiveStream follow(UUID orderId, long minVersion, Consumer<OrderView> listener) {
        URI uri = Route.with(queries.to("orders", orderId, "stream"), "minVersion", minVersion, "wait", "30s");
        JavaType type = exchange.json().type(OrderView.class);
        return exchange.follow(uri, event -> listener.accept(exchange.json().read(event.data(), type)));
    }

    /**
     * Follows the list of orders.
     *
     * @param filter of which only states and customer count
     * @param listener called on a thread of the client
     */
    public LiveStream follow(OrderFilter filter, OrderListListener listener) {
        Json json = exchange.json();
        JavaType order = json.type(OrderSummary.class);
        URI uri = Route.with(
                queries.to("orders", "stream"), "status", joined(filter.statuses()), "customerId", filter.customerId());
        return exchange.follow(uri, event -> {
            switch (event.name()) {
                case "snapshot" -> listener.snapshot(json.read(event.data(), json.pageOf(OrderSummary.class)));
                case "order" -> listener.changed(json.read(event.data(), order));
                case "left" -> listener.left(json.read(event.data(), order));
                default -> {
                    // a newer service may tell more
                }
            }
        });
    }

    private OrderAck send(String method, @Nullable Object body, Object... segments) {
        return exchange.send(
                new Call(method, commands.to(segments), body, terms),
                exchange.json().type(OrderAck.class));
    }

    static @Nullable String joined(Set<OrderStatus> statuses) {
        return statuses.isEmpty()
                ? null
                : statuses.stream().map(OrderStatus::name).collect(Collectors.joining(","));
    }

    private record Quantity(int quantity) {}

    private record Placement(String paymentToken) {}

    private record Cancellation(String reason) {}
}
