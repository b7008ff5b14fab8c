package io.orderflow.client;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The routes about customers. */
public final class Customers {

    private final Exchange exchange;
    private final Route commands;
    private final Route queries;

    Customers(Exchange exchange, Route commands, Route queries) {
        this.exchange = exchange;
        this.commands = commands;
        this.queries = queries;
    }

    /** Makes a customer known. After a lost answer, CUSTOMER_ALREADY_REGISTERED may mean that it is done. */
    public CustomerAck register(UUID customerId, String name, String email) {
        return send(new Call("POST", commands.to("customers"), new Registration(customerId, name, email), true));
    }

    /** Gives a customer another name. */
    public CustomerAck rename(UUID customerId, String name) {
        return send(new Call("PUT", commands.to("customers", customerId, "name"), new Name(name), true));
    }

    /** One customer, if the read side has it. */
    public Optional<CustomerView> find(UUID customerId) {
        return exchange.find(
                Call.get(queries.to("customers", customerId)), exchange.json().type(CustomerView.class));
    }

    /** A page of a customer's orders, newest first; of all states when none is given. */
    public Page<OrderSummary> orders(UUID customerId, Set<OrderStatus> statuses, int page, int pageSize) {
        return exchange.send(
                Call.get(Route.with(
                        queries.to("customers", customerId, "orders"),
                        "status",
                        Orders.joined(statuses),
                        "page",
                        page,
                        "pageSize",
                        pageSize)),
                exchange.json().pageOf(OrderSummary.class));
    }

    private CustomerAck send(Call call) {
        return exchange.send(call, exchange.json().type(CustomerAck.class));
    }

    private record Registration(UUID customerId, String name, String email) {}

    private record Name(String name) {}
}
