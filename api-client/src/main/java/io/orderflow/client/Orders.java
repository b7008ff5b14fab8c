package io.orderflow.client;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The routes about orders. */
public final class Orders {

    private final Exchange exchange;
    private final Route commands;
    private final Route queries;

    Orders(Exchange exchange, Route commands, Route queries) {
        this.exchange = exchange;
        this.commands = commands;
        this.queries = queries;
    }

    /**
     * Creates an order. When an answer was lost and the call was repeated, ORDER_ALREADY_EXISTS may mean that it is this
     * very order.
     */
    public OrderAck create(NewOrder order) {
        return send("POST", order, true, "orders");
    }

    /** Adds a line. After a lost answer, LINE_ALREADY_EXISTS may mean this very line. */
    public OrderAck addItem(UUID orderId, NewLine line) {
        return send("POST", line, true, "orders", orderId, "items");
    }

    /** Sets the quantity of a line. */
    public OrderAck changeQuantity(UUID orderId, UUID lineId, int quantity) {
        return send("PATCH", new Quantity(quantity), true, "orders", orderId, "items", lineId);
    }

    /** Removes a line. After a lost answer, LINE_NOT_FOUND may mean that it is done. */
    public OrderAck removeItem(UUID orderId, UUID lineId) {
        return send("DELETE", null, true, "orders", orderId, "items", lineId);
    }

    /** Replaces the shipping address. */
    public OrderAck changeAddress(UUID orderId, Address address) {
        return send("PUT", address, true, "orders", orderId, "shipping-address");
    }

    /** Places an order. After a lost answer, ORDER_NOT_PENDING may mean that it is done. */
    public OrderAck place(UUID orderId, String paymentToken) {
        return send("POST", new Placement(paymentToken), true, "orders", orderId, "placement");
    }

    /** Calls an order off. After a lost answer, ORDER_NOT_CANCELLABLE may mean that it is done. */
    public OrderAck cancel(UUID orderId, String reason) {
        return send("POST", new Cancellation(reason), true, "orders", orderId, "cancellation");
    }

    /**
     * Records a shipment. Not repeated once it may have happened: part of an order could be shipped twice.
     *
     * @throws OutcomeUnknown if it may have happened; {@link #find} tells
     */
    public OrderAck ship(UUID orderId, NewShipment shipment) {
        return send("POST", shipment, false, "orders", orderId, "shipments");
    }

    /** Records that an order has arrived. After a lost answer, ORDER_NOT_DELIVERABLE may mean that it is done. */
    public OrderAck deliver(UUID orderId) {
        return send("POST", null, true, "orders", orderId, "delivery");
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

    private OrderAck send(String method, @Nullable Object body, boolean repeatable, Object... segments) {
        return exchange.send(
                new Call(method, commands.to(segments), body, repeatable),
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
