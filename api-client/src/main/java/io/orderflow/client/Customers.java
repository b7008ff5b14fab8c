package io.orderflow.client;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The routes about customers. */
public final class Customers {

    private final Exchange exchange;
    private final Route commands;
    private final Route queries;
    private final Terms terms;

    Customers(Exchange exchange, Route commands, Route queries) {
        this(exchange, commands, queries, Terms.NONE);
    }

    private Customers(Exchange exchange, Route commands, Route queries, Terms terms) {
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
    public Customers withKey(String key) {
        return new Customers(exchange, commands, queries, terms.withKey(key));
    }

    /**
     * The same routes for a command that is refused with VERSION_CONFLICT unless what it is about has this version. Not
     * for what makes something.
     */
    public Customers ifMatch(long version) {
        return new Customers(exchange, commands, queries, terms.withVersion(version));
    }

    /** Makes a customer known. When the customer is already, in just this way, that is the answer. */
    public CustomerAck register(UUID customerId, String name, String email) {
        return send(new Call("POST", commands.to("customers"), new Registration(customerId, name, email), terms));
    }

    /** Gives a customer another name. */
    public CustomerAck rename(UUID customerId, String name) {
        return send(new Call("PUT", commands.to("customers", customerId, "name"), new Name(name), terms));
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
