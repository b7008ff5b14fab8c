package io.orderflow.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes about stock. */
public final class Stock {

    private final Exchange exchange;
    private final Route commands;
    private final Route queries;
    private final Terms terms;

    Stock(Exchange exchange, Route commands, Route queries) {
        this(exchange, commands, queries, Terms.NONE);
    }

    private Stock(Exchange exchange, Route commands, Route queries, Terms terms) {
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
    public Stock withKey(String key) {
        return new Stock(exchange, commands, queries, terms.withKey(key));
    }

    /**
     * The same routes for a command that is refused with VERSION_CONFLICT unless what it is about has this version. Not
     * for what makes something.
     */
    public Stock ifMatch(long version) {
        return new Stock(exchange, commands, queries, terms.withVersion(version));
    }

    /** Makes a product known. When it is already, in just this way, that is the answer. */
    public StockAck register(String sku, String productName, long onHand) {
        return send(new Call("POST", commands.to("stock"), new Registration(sku, productName, onHand), terms));
    }

    /** Adds or takes units. */
    public StockAck adjust(String sku, long delta, String reason) {
        return send(new Call("POST", commands.to("stock", sku, "adjustments"), new Adjustment(delta, reason), terms));
    }

    /** The stock of one product, if the read side has it. */
    public Optional<StockView> find(String sku) {
        return exchange.find(Call.get(queries.to("stock", sku)), exchange.json().type(StockView.class));
    }

    /**
     * A page of products, by SKU.
     *
     * @param low only products with at most so many units available; null for all
     * @param page page number, from 1
     * @param pageSize products on a page, 1 to 100
     */
    public Page<StockView> list(@Nullable Long low, int page, int pageSize) {
        return exchange.send(
                Call.get(Route.with(queries.to("stock"), "low", low, "page", page, "pageSize", pageSize)),
                exchange.json().pageOf(StockView.class));
    }

    private StockAck send(Call call) {
        return exchange.send(call, exchange.json().type(StockAck.class));
    }

    private record Registration(String sku, String productName, long onHand) {}

    private record Adjustment(long delta, String reason) {}
}
